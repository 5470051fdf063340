package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;

/** Collects the {@link Rows} of one slice, source after source. */
final class RowsBuilder {
  private final int from;
  private final int to;
  private final boolean isNarrow;
  private final boolean hasWeights;
  private final boolean hasBranches;
  private final int[] firstBranch;
  private int[] starts;
  private int[] sources;
  private int[] delays;
  private char[] narrow = {};
  private int[] wide = {};
  private float[] weights = {};
  private int branches;
  private int size;

  /**
   * A builder for targets from, inclusive, to to.
   *
   * @param expected synapses, for a start
   */
  RowsBuilder(
      int from, int to, int sourceCount, boolean hasWeights, boolean hasBranches, int expected) {
    this.from = from;
    this.to = to;
    this.hasWeights = hasWeights;
    this.hasBranches = hasBranches;
    isNarrow = to - from <= Rows.NARROW;
    firstBranch = hasBranches ? new int[sourceCount + 1] : null;
    starts = new int[sourceCount + 1];
    sources = new int[hasBranches ? sourceCount : 0];
    delays = new int[hasBranches ? sourceCount : 0];
    resize(Math.max(16, expected));
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

  /** Adds the part of a row that lies in the slice; {@code order} is by delay, then target. */
  void add(int source, SynapseDraw draw, int[] order) {
    if (hasBranches) {
      firstBranch[source] = branches;
    } else {
      starts[source] = size;
    }
    int delay = -1;
    reserve(draw.size());
    for (int i = 0; i < draw.size(); i++) {
      int k = order == null ? i : order[i];
      int target = draw.target(k);
      if (target < from || target >= to) {
        continue;
      }
      if (hasBranches && draw.delay(k) != delay) {
        delay = draw.delay(k);
        beginBranch(source, delay);
      }
      if (isNarrow) {
        narrow[size] = (char) (target - from);
      } else {
        wide[size] = target - from;
      }
      if (hasWeights) {
        weights[size] = draw.weight(k);
      }
      size++;
    }
  }

  private void reserve(int more) {
    int capacity = isNarrow ? narrow.length : wide.length;
    if (size + more > capacity) {
      long wanted = Math.max(size + (long) more, capacity + (capacity >> 2) + 16L);
      if (size + (long) more > Integer.MAX_VALUE - 16) {
        throw new IllegalArgumentException("more than 2^31 synapses onto one slice");
      }
      resize((int) Math.min(wanted, Integer.MAX_VALUE - 16));
    }
  }

  private void beginBranch(int source, int delay) {
    if (branches + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length + 16);
    }
    if (branches >= sources.length) {
      sources = Arrays.copyOf(sources, 2 * sources.length + 16);
      delays = Arrays.copyOf(delays, sources.length);
    }
    starts[branches] = size;
    sources[branches] = source;
    delays[branches++] = delay;
  }

  /** The finished rows; with room for further variables a synapse. */
  Rows build(float shared, int variables) {
    int count = hasBranches ? branches : starts.length - 1;
    if (hasBranches) {
      firstBranch[firstBranch.length - 1] = branches;
    }
    starts = Arrays.copyOf(starts, count + 1);
    starts[count] = size;
    float[][] values = new float[variables][];
    for (int v = 0; v < variables; v++) {
      values[v] = v == 0 ? trim(weights) : new float[size];
    }
    return new Rows(
        from,
        starts,
        firstBranch,
        hasBranches ? Arrays.copyOf(sources, count) : null,
        hasBranches ? Arrays.copyOf(delays, count) : null,
        isNarrow ? (narrow.length == size ? narrow : Arrays.copyOf(narrow, size)) : null,
        isNarrow ? null : (wide.length == size ? wide : Arrays.copyOf(wide, size)),
        shared,
        values);
  }

  private float[] trim(float[] values) {
    return values.length == size ? values : Arrays.copyOf(values, size);
  }
}
