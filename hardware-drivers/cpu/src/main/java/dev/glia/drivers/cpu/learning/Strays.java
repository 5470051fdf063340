package dev.glia.drivers.cpu.learning;

/**
 * The synapses whose weights are out of their bounds, by target: drawn, written or scaled so. The
 * target's next spike brings such a weight back, however little it adds; for all others the bounds
 * matter only at the end of a change.
 */
final class Strays {
  private final int from;
  private final int[] starts;
  private final int[] positions;
  private final int[] branches;
  private int left;

  private Strays(int from, int[] starts, int count) {
    this.from = from;
    this.starts = starts;
    positions = new int[count];
    branches = new int[count];
    left = count;
  }

  /** Finds them among the synapses onto the targets of a slice. */
  static Strays find(
      BranchSynapses synapses, float[] weights, int from, int to, float lower, float upper) {
    int[] starts = new int[to - from + 2];
    for (int branch = 0; branch < synapses.branches(); branch++) {
      int end = synapses.end(branch);
      for (int k = synapses.start(branch); k < end; k++) {
        if (weights[k] < lower || weights[k] > upper) {
          starts[synapses.target(branch, k) - from + 2]++;
        }
      }
    }
    for (int j = 2; j < starts.length; j++) {
      starts[j] += starts[j - 1];
    }
    Strays strays = new Strays(from, starts, starts[starts.length - 1]);
    if (!strays.isEmpty()) {
      strays.fill(synapses, weights, lower, upper);
    }
    return strays;
  }

  /** Afterwards {@code starts[j + 1]} has become the start of target j, and its end that of j+1. */
  private void fill(BranchSynapses synapses, float[] weights, float lower, float upper) {
    for (int branch = 0; branch < synapses.branches(); branch++) {
      int end = synapses.end(branch);
      for (int k = synapses.start(branch); k < end; k++) {
        if (weights[k] < lower || weights[k] > upper) {
          int at = starts[synapses.target(branch, k) - from + 1]++;
          positions[at] = k;
          branches[at] = branch;
        }
      }
    }
  }

  boolean isEmpty() {
    return left == 0;
  }

  /** Place of a target's first stray among all; of the next target, its end. */
  int start(int target) {
    return starts[target - from];
  }

  /** Position of a stray, or -1 if it was taken before. */
  int position(int place) {
    return positions[place];
  }

  int branch(int place) {
    return branches[place];
  }

  /** Forgets a stray. */
  void take(int place) {
    positions[place] = -1;
    left--;
  }

  static Strays none() {
    return new Strays(0, new int[1], 0);
  }

  long bytes() {
    return positions.length == 0 ? 0 : 4L * starts.length + 8L * positions.length;
  }
}
