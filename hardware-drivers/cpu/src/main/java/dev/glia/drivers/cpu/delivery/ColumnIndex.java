package dev.glia.drivers.cpu.delivery;

/** The synapses of {@link Rows} by target: what a target's spike has to find. Eight bytes each. */
public final class ColumnIndex {
  private final int[] starts;
  private final int[] synapses;
  private final int[] branches;

  /** Indexes rows onto so many targets. */
  public ColumnIndex(Rows rows, int targets) {
    starts = new int[targets + 1];
    int count = (int) rows.count();
    for (int k = 0; k < count; k++) {
      starts[rows.target(k) + 1]++;
    }
    for (int j = 0; j < targets; j++) {
      starts[j + 1] += starts[j];
    }
    synapses = new int[count];
    branches = new int[count];
    int[] next = starts.clone();
    for (int b = 0; b < rows.branches(); b++) {
      for (int k = rows.start(b); k < rows.start(b + 1); k++) {
        int at = next[rows.target(k)]++;
        synapses[at] = k;
        branches[at] = b;
      }
    }
  }

  /**
   * Where a target's synapses begin, counted from the slice's first; for the last plus one, end.
   */
  public int start(int target) {
    return starts[target];
  }

  /** Positions of synapses, grouped by target. */
  public int[] synapses() {
    return synapses;
  }

  /** Their branches. */
  public int[] branches() {
    return branches;
  }

  public long bytes() {
    return 4L * starts.length + 8L * synapses.length;
  }
}
