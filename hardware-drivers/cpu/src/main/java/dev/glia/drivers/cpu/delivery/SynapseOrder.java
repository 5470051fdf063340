package dev.glia.drivers.cpu.delivery;

/**
 * Between the order in which slices keep synapses and branches and the neutral one, which all
 * drivers share: synapses by source, then target; branches by source, then delay.
 */
public final class SynapseOrder {
  private final SynapseDraw draw;
  private final Synapses[] slices;
  private final int[] bounds;

  /** The order of slices whose targets begin at {@code bounds}. */
  public SynapseOrder(SynapseDraw draw, Synapses[] slices, int[] bounds) {
    this.draw = draw;
    this.slices = slices;
    this.bounds = bounds;
  }

  private interface Visitor {
    void visit(int slice, int position, int neutral);
  }

  /**
   * Reads a variable of the synapses in neutral order.
   *
   * @param bySlice its values by position, an array a slice; null for the shared weight
   */
  public float[] read(float[][] bySlice) {
    float[] values = new float[count()];
    if (bySlice == null) {
      java.util.Arrays.fill(values, slices[0].sharedWeight());
      return values;
    }
    visit((slice, position, neutral) -> values[neutral] = bySlice[slice][position]);
    return values;
  }

  /** Writes a variable of the synapses from neutral order. */
  public void write(float[] values, float[][] bySlice) {
    visit((slice, position, neutral) -> bySlice[slice][position] = values[neutral]);
  }

  /** Number of synapses. */
  public int count() {
    long count = 0;
    for (Synapses slice : slices) {
      count += slice.count();
    }
    return Math.toIntExact(count);
  }

  private void visit(Visitor visitor) {
    int neutral = 0;
    for (int source = 0; source < draw.sources(); source++) {
      neutral +=
          draw.drawsDelays() ? sorted(source, neutral, visitor) : row(source, neutral, visitor);
    }
  }

  /** All delays are equal: slice after slice, as targets ascend. */
  private int row(int source, int neutral, Visitor visitor) {
    int next = neutral;
    for (int s = 0; s < slices.length; s++) {
      int first = slices[s].first(source);
      int size = slices[s].size(source);
      for (int i = 0; i < size; i++) {
        visitor.visit(s, first + i, next++);
      }
    }
    return next - neutral;
  }

  /** Slices keep the row by delay: draw it again to know where each synapse went. */
  private int sorted(int source, int neutral, Visitor visitor) {
    draw.row(source);
    int[] used = new int[slices.length];
    int[] order = draw.byDelay();
    for (int i = 0; i < draw.size(); i++) {
      int k = order[i];
      int s = sliceOf(draw.target(k));
      visitor.visit(s, slices[s].first(source) + used[s]++, neutral + k);
    }
    return draw.size();
  }

  private int sliceOf(int target) {
    int s = 0;
    while (target >= bounds[s + 1]) {
      s++;
    }
    return s;
  }

  /**
   * Calls for each branch in neutral order: one of the slices that have it, and its number there.
   */
  private void visitBranches(Visitor visitor) {
    int neutral = 0;
    for (int source = 0; source < draw.sources(); source++) {
      neutral +=
          draw.drawsDelays()
              ? branches(source, neutral, visitor)
              : oneBranch(source, neutral, visitor);
    }
  }

  private int oneBranch(int source, int neutral, Visitor visitor) {
    boolean exists = false;
    for (Synapses slice : slices) {
      exists |= slice.size(source) > 0;
    }
    for (int s = 0; exists && s < slices.length; s++) {
      visitor.visit(s, source, neutral); // every slice has a copy, also where it has no synapse
    }
    return exists ? 1 : 0;
  }

  private int branches(int source, int neutral, Visitor visitor) {
    int[] next = new int[slices.length];
    for (int s = 0; s < slices.length; s++) {
      next[s] = ((Rows) slices[s]).firstBranch(source);
    }
    int found = 0;
    while (true) {
      int delay = Integer.MAX_VALUE;
      for (int s = 0; s < slices.length; s++) {
        Rows rows = (Rows) slices[s];
        if (next[s] < rows.firstBranch(source + 1)) {
          delay = Math.min(delay, rows.delay(next[s]));
        }
      }
      if (delay == Integer.MAX_VALUE) {
        return found;
      }
      for (int s = 0; s < slices.length; s++) {
        Rows rows = (Rows) slices[s];
        if (next[s] < rows.firstBranch(source + 1) && rows.delay(next[s]) == delay) {
          visitor.visit(s, next[s]++, neutral + found);
        }
      }
      found++;
    }
  }

  /** Number of branches. */
  public int branches() {
    int[] count = {0};
    visitBranches((slice, branch, neutral) -> count[0] = neutral + 1);
    return count[0];
  }

  /** Reads a variable of the branches in neutral order; slices agree on it. */
  public float[] readBranches(float[][] bySlice) {
    float[] values = new float[branches()];
    visitBranches((slice, branch, neutral) -> values[neutral] = bySlice[slice][branch]);
    return values;
  }

  /** Writes a variable of the branches into every slice that has them. */
  public void writeBranches(float[] values, float[][] bySlice) {
    visitBranches((slice, branch, neutral) -> bySlice[slice][branch] = values[neutral]);
  }
}
