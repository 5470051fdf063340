package dev.glia.drivers.cpu.learning;

import dev.glia.drivers.cpu.delivery.Dense;
import dev.glia.drivers.cpu.delivery.Rows;

/** The synapses of a slice as branches have them: neighbors by position, targets ascending. */
final class BranchSynapses {
  private final Dense dense;
  private final Rows rows;
  private final int from;

  /** Of dense or other rows, the other one null, onto targets that begin at {@code from}. */
  BranchSynapses(Dense dense, Rows rows, int from) {
    this.dense = dense;
    this.rows = rows;
    this.from = from;
  }

  int branches() {
    return dense != null ? dense.sources() : rows.branches();
  }

  /** Position of a branch's first synapse. */
  int start(int branch) {
    return dense != null ? branch * dense.stride() : rows.start(branch);
  }

  /** Position after its last one. */
  int end(int branch) {
    return dense != null ? branch * dense.stride() + dense.width() : rows.start(branch + 1);
  }

  /** Two-byte targets by position, from the slice's first; null if there are none. */
  char[] narrow() {
    return dense != null ? null : rows.narrowTargets();
  }

  /** Four-byte targets by position, from the slice's first; null if there are none. */
  int[] wide() {
    return dense != null ? null : rows.wideTargets();
  }

  /** The number of a synapse's target. */
  int target(int branch, int position) {
    return from + (dense != null ? position - start(branch) : rows.target(position));
  }

  /** Position of a branch's first synapse onto this target or a later one; its end if none. */
  int find(int branch, int target) {
    int low = start(branch);
    int high = end(branch);
    if (dense != null) {
      return Math.min(low + Math.max(0, target - from), high);
    }
    char[] narrow = rows.narrowTargets();
    return narrow != null
        ? find(narrow, low, high - low, target - from)
        : find(rows.wideTargets(), low, high - low, target - from);
  }

  // Halves without conditions, as nobody could predict them.

  private static int find(char[] targets, int start, int length, int wanted) {
    int low = start;
    int rest = length;
    while (rest > 0) {
      int half = rest + 1 >>> 1;
      low += half & targets[low + half - 1] - wanted >> 31;
      rest -= half;
    }
    return low;
  }

  private static int find(int[] targets, int start, int length, int wanted) {
    int low = start;
    int rest = length;
    while (rest > 0) {
      int half = rest + 1 >>> 1;
      low += half & targets[low + half - 1] - wanted >> 31;
      rest -= half;
    }
    return low;
  }
}
