package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;

/**
 * Collects the {@link Rows} of one slice, source after source. Arrays are made once where the
 * number of synapses is known well enough, so that building takes hardly more memory than the rows.
 */
final class RowsBuilder {
  /** What arrays may be longer than needed, as a share, before they are copied to fit. */
  private static final double SLACK = 0.02;

  private final int from;
  private final boolean isNarrow;
  private final boolean hasWeights;
  private final boolean hasBranches;
  private final boolean keepsSources;
  private final int[] sourceStarts;
  private int[] branchStarts;
  private int[] branchSources;
  private short[] branchDelays;
  private char[] narrow = {};
  private int[] wide = {};
  private float[] weights = {};
  private int sources;
  private int branches;
  private int size;

  /**
   * A builder for targets from, inclusive, to to.
   *
   * @param keepsSources whether branches must know their source
   * @param expected synapses
   */
  RowsBuilder(
      int from,
      int to,
      int sourceCount,
      boolean hasWeights,
      boolean hasBranches,
      boolean keepsSources,
      double expected) {
    this.from = from;
    this.hasWeights = hasWeights;
    this.hasBranches = hasBranches;
    this.keepsSources = keepsSources && hasBranches;
    isNarrow = to - from <= Rows.NARROW;
    sourceStarts = new int[sourceCount + 1];
    branchStarts = new int[hasBranches ? sourceCount + 16 : 0];
    branchDelays = new short[branchStarts.length];
    branchSources = new int[this.keepsSources ? branchStarts.length : 0];
    resize((int) Math.min(expected + 6 * Math.sqrt(expected) + 16, Integer.MAX_VALUE - 16));
  }

  private void resize(int capacity) {
    if (isNarrow) {
      narrow = Arrays.copyOf(narrow, capacity);
    } else {
      wide = Arrays.copyOf(wide, capacity);
    }
    if (hasWeights) {
      weights = Arrays.copyOf(weights, capacity);
    }
  }

  private int capacity() {
    return isNarrow ? narrow.length : wide.length;
  }

  /** Appends the rows of the next sources. */
  void append(RowsChunk chunk) {
    reserve(chunk.size());
    if (isNarrow) {
      System.arraycopy(chunk.narrow(), 0, narrow, size, chunk.size());
    } else {
      System.arraycopy(chunk.wide(), 0, wide, size, chunk.size());
    }
    if (hasWeights) {
      System.arraycopy(chunk.weights(), 0, weights, size, chunk.size());
    }
    if (hasBranches) {
      appendBranches(chunk);
    }
    int first = hasBranches ? branches - chunk.branches() : size;
    for (int i = 0; i < chunk.sources(); i++) {
      sourceStarts[sources++] = first + chunk.sourceStart(i);
    }
    size += chunk.size();
  }

  private void appendBranches(RowsChunk chunk) {
    int needed = branches + chunk.branches() + 1;
    if (needed > branchStarts.length) {
      int longer = (int) Math.min(needed + (needed >> 2) + 16L, Integer.MAX_VALUE - 16);
      branchStarts = Arrays.copyOf(branchStarts, longer);
      branchDelays = Arrays.copyOf(branchDelays, longer);
      branchSources = keepsSources ? Arrays.copyOf(branchSources, longer) : branchSources;
    }
    for (int i = 0; keepsSources && i < chunk.sources(); i++) {
      int end = i + 1 < chunk.sources() ? chunk.sourceStart(i + 1) : chunk.branches();
      Arrays.fill(branchSources, branches + chunk.sourceStart(i), branches + end, sources + i);
    }
    for (int b = 0; b < chunk.branches(); b++) {
      branchStarts[branches] = size + chunk.branchStart(b);
      branchDelays[branches++] = chunk.branchDelay(b);
    }
  }

  private void reserve(int more) {
    int capacity = capacity();
    if (size + (long) more > capacity) {
      if (size + (long) more > Integer.MAX_VALUE - 16) {
        throw new IllegalArgumentException("more than 2^31 synapses onto one slice");
      }
      long wanted = Math.max(size + (long) more, capacity + (capacity >> 2) + 16L);
      resize((int) Math.min(wanted, Integer.MAX_VALUE - 16));
    }
  }

  /** The finished rows; with room for further variables a synapse. */
  Rows build(float shared, int variables) {
    sourceStarts[sources] = hasBranches ? branches : size;
    if (capacity() > size * (1 + SLACK) + 1024) {
      resize(size);
    }
    if (hasBranches) {
      branchStarts = Arrays.copyOf(branchStarts, branches + 1);
      branchStarts[branches] = size;
      branchDelays = Arrays.copyOf(branchDelays, branches);
      branchSources = keepsSources ? Arrays.copyOf(branchSources, branches) : null;
    }
    float[][] values = new float[variables][];
    for (int v = 0; v < variables; v++) {
      values[v] = v == 0 && hasWeights ? weights : new float[size];
    }
    return new Rows(
        from,
        hasBranches ? branchStarts : sourceStarts,
        hasBranches ? sourceStarts : null,
        hasBranches ? branchSources : null,
        hasBranches ? branchDelays : null,
        isNarrow ? narrow : null,
        isNarrow ? null : wide,
        shared,
        values);
  }
}
