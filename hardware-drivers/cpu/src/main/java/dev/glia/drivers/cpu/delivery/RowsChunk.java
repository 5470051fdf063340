package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;

/**
 * Rows of a few sources, or the part of them that leads to one slice, before {@link RowsBuilder}
 * appends them to the others. Used again and again by one thread.
 */
final class RowsChunk {
  private final int from;
  private final int to;
  private final boolean hasBranches;
  private final boolean hasWeights;
  private char[] narrow = {};
  private int[] wide = {};
  private float[] weights = {};
  private int[] branchStarts = new int[64];
  private short[] branchDelays = new short[64];
  private int[] sourceStarts = new int[64];
  private int size;
  private int branches;
  private int sources;
  private int delay;

  /** Takes targets from, inclusive, to to. */
  RowsChunk(int from, int to, boolean hasWeights, boolean hasBranches) {
    this.from = from;
    this.to = to;
    this.hasWeights = hasWeights;
    this.hasBranches = hasBranches;
  }

  private boolean isNarrow() {
    return to - from <= Rows.NARROW;
  }

  void clear() {
    size = 0;
    branches = 0;
    sources = 0;
  }

  /** Begins the row of the next source, with room for so many synapses. */
  void beginSource(int longest) {
    if (sources == sourceStarts.length) {
      sourceStarts = Arrays.copyOf(sourceStarts, 2 * sources);
    }
    sourceStarts[sources++] = hasBranches ? branches : size;
    delay = -1;
    grow(longest);
  }

  /** Makes room for so many synapses more. */
  void grow(int more) {
    int needed = size + more;
    if (isNarrow() && needed > narrow.length) {
      narrow = Arrays.copyOf(narrow, needed + needed / 2);
    }
    if (!isNarrow() && needed > wide.length) {
      wide = Arrays.copyOf(wide, needed + needed / 2);
    }
    if (hasWeights && needed > weights.length) {
      weights = Arrays.copyOf(weights, needed + needed / 2);
    }
  }

  /** Adds what leads to the slice; {@code order} is by delay, then target, or null for as it is. */
  void addRow(SynapseDraw draw, int[] order) {
    beginSource(draw.size());
    if (order == null) {
      addInOrder(draw);
      return;
    }
    for (int i = 0; i < draw.size(); i++) {
      int k = order[i];
      int target = draw.target(k);
      if (target >= from && target < to) {
        if (draw.delay(k) != delay) {
          beginBranch(draw.delay(k));
        }
        add(target, hasWeights ? draw.weight(k) : 0);
      }
    }
  }

  private void addInOrder(SynapseDraw draw) {
    int k = 0;
    while (k < draw.size() && draw.target(k) < from) {
      k++;
    }
    for (; k < draw.size() && draw.target(k) < to; k++) {
      add(draw.target(k), hasWeights ? draw.weight(k) : 0);
    }
  }

  /** Adds a synapse to the row that was begun last. */
  void add(int target, float weight) {
    if (isNarrow()) {
      narrow[size] = (char) (target - from);
    } else {
      wide[size] = target - from;
    }
    if (hasWeights) {
      weights[size] = weight;
    }
    size++;
  }

  private void beginBranch(int ticks) {
    if (branches == branchStarts.length) {
      branchStarts = Arrays.copyOf(branchStarts, 2 * branches);
      branchDelays = Arrays.copyOf(branchDelays, 2 * branches);
    }
    delay = ticks;
    branchStarts[branches] = size;
    branchDelays[branches++] = (short) ticks;
  }

  int size() {
    return size;
  }

  int branches() {
    return branches;
  }

  int sources() {
    return sources;
  }

  /** First branch of a source of the chunk, or first synapse if there are no branches. */
  int sourceStart(int source) {
    return sourceStarts[source];
  }

  int branchStart(int branch) {
    return branchStarts[branch];
  }

  short branchDelay(int branch) {
    return branchDelays[branch];
  }

  char[] narrow() {
    return narrow;
  }

  int[] wide() {
    return wide;
  }

  float[] weights() {
    return weights;
  }
}
