package dev.glia.drivers.cpu.delivery;

/**
 * The general form: a row of targets a source, cut into branches; a weight for all or one each.
 * Targets are counted from the slice's first and take two bytes where the slice is small enough.
 */
public final class Rows implements Synapses {
  /** Slices up to this size have two-byte targets. */
  static final int NARROW = 1 << 16;

  private final int from;
  private final int[] starts;
  private final int[] branchesOfSource;
  private final int[] sources;
  private final short[] delays;
  private final char[] narrow;
  private final int[] wide;
  private final float shared;
  private final float[][] variables;

  /**
   * Takes over what a builder has made.
   *
   * @param from first target of the slice
   * @param starts position of each branch's first synapse, and the end
   * @param branchesOfSource number of each source's first branch, and the end; null if branch and
   *     source numbers are the same
   * @param sources of each branch; null likewise, and where nobody asks for them
   * @param delays of each branch in ticks; null where there is one delay
   * @param narrow targets; may be longer than needed, as may {@code wide} and {@code variables}
   * @param variables of each synapse, the first is the weight; empty if all weigh {@code shared}
   */
  Rows(
      int from,
      int[] starts,
      int[] branchesOfSource,
      int[] sources,
      short[] delays,
      char[] narrow,
      int[] wide,
      float shared,
      float[][] variables) {
    this.from = from;
    this.starts = starts;
    this.branchesOfSource = branchesOfSource;
    this.sources = sources;
    this.delays = delays;
    this.narrow = narrow;
    this.wide = wide;
    this.shared = shared;
    this.variables = variables;
  }

  @Override
  public void deliver(int[] branches, int count, float[] sums) {
    if (variables.length == 0) {
      deliverShared(branches, count, sums);
    } else {
      deliverEach(branches, count, sums);
    }
  }

  private void deliverShared(int[] branches, int count, float[] sums) {
    for (int i = 0; i < count; i++) {
      int start = starts[branches[i]];
      int end = starts[branches[i] + 1];
      if (narrow != null) {
        addShared(narrow, start, end, shared, sums, from);
      } else {
        addShared(wide, start, end, shared, sums, from);
      }
    }
  }

  private void deliverEach(int[] branches, int count, float[] sums) {
    float[] weights = variables[0];
    for (int i = 0; i < count; i++) {
      int start = starts[branches[i]];
      int end = starts[branches[i] + 1];
      if (narrow != null) {
        addEach(narrow, start, end, weights, sums, from);
      } else {
        addEach(wide, start, end, weights, sums, from);
      }
    }
  }

  // Loops over targets take four at a time by hand: the compiler's own way of doing so, with loops
  // before and after the main one, costs more than it gains on rows of twenty synapses.

  private static void addShared(
      char[] targets, int start, int end, float weight, float[] sums, int from) {
    int k = start;
    for (; k <= end - 4; k += 4) {
      int a = from + targets[k];
      int b = from + targets[k + 1];
      int c = from + targets[k + 2];
      int d = from + targets[k + 3];
      sums[a] += weight;
      sums[b] += weight;
      sums[c] += weight;
      sums[d] += weight;
    }
    for (; k < end; k++) {
      sums[from + targets[k]] += weight;
    }
  }

  private static void addShared(
      int[] targets, int start, int end, float weight, float[] sums, int from) {
    for (int k = start; k < end; k++) {
      sums[from + targets[k]] += weight;
    }
  }

  private static void addEach(
      char[] targets, int start, int end, float[] weights, float[] sums, int from) {
    int k = start;
    for (; k <= end - 4; k += 4) {
      int a = from + targets[k];
      int b = from + targets[k + 1];
      int c = from + targets[k + 2];
      int d = from + targets[k + 3];
      sums[a] += weights[k];
      sums[b] += weights[k + 1];
      sums[c] += weights[k + 2];
      sums[d] += weights[k + 3];
    }
    for (; k < end; k++) {
      sums[from + targets[k]] += weights[k];
    }
  }

  private static void addEach(
      int[] targets, int start, int end, float[] weights, float[] sums, int from) {
    for (int k = start; k < end; k++) {
      sums[from + targets[k]] += weights[k];
    }
  }

  public int branches() {
    return starts.length - 1;
  }

  /** Position of a branch's first synapse; of the end, for the number of branches. */
  public int start(int branch) {
    return starts[branch];
  }

  /** Number of a source's first branch; of the end, for the number of sources. */
  public int firstBranch(int source) {
    return branchesOfSource == null ? source : branchesOfSource[source];
  }

  public int source(int branch) {
    return sources == null ? branch : sources[branch];
  }

  /** Sources by branch; null where they are the same. */
  public int[] sources() {
    return sources;
  }

  /** Ticks; only where the projection has several delays. */
  public int delay(int branch) {
    return delays[branch];
  }

  /** Two-byte targets by position, counted from the slice's first; null if they are wide. */
  public char[] narrowTargets() {
    return narrow;
  }

  /** Targets by position, counted from the slice's first; null if they are narrow. */
  public int[] wideTargets() {
    return wide;
  }

  /** Target of a synapse, counted from the slice's first. */
  public int target(int position) {
    return narrow != null ? narrow[position] : wide[position];
  }

  /** A variable of the synapses by position; the live array. */
  public float[] variable(int index) {
    return variables[index];
  }

  @Override
  public String form() {
    return (variables.length == 0 ? "rows, one weight" : "rows")
        + (narrow != null ? ", 16-bit targets" : ", 32-bit targets")
        + (delays == null ? "" : ", branches by delay");
  }

  @Override
  public long count() {
    return starts[starts.length - 1];
  }

  @Override
  public long bytes() {
    long bytes = narrow != null ? 2L * narrow.length : 4L * wide.length;
    for (float[] values : variables) {
      bytes += 4L * values.length;
    }
    bytes += 4L * starts.length;
    bytes += branchesOfSource == null ? 0 : 4L * branchesOfSource.length;
    bytes += sources == null ? 0 : 4L * sources.length;
    return bytes + (delays == null ? 0 : 2L * delays.length);
  }

  @Override
  public int first(int source) {
    return starts[firstBranch(source)];
  }

  @Override
  public int size(int source) {
    return starts[firstBranch(source + 1)] - first(source);
  }

  @Override
  public float[] weights() {
    return variables.length == 0 ? null : variables[0];
  }

  @Override
  public float sharedWeight() {
    return shared;
  }
}
