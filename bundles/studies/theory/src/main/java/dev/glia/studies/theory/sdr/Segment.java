package dev.glia.studies.theory.sdr;

/** A dendritic segment: it spikes if enough of its synapses are on active cells. */
public final class Segment {
  private final SparseBits synapses;
  private final int threshold;

  /** Without synapses. */
  public Segment(int cells, int threshold) {
    this.synapses = new SparseBits(cells);
    this.threshold = threshold;
  }

  /** Grows synapses on some cells of a pattern; what it learned before stays. */
  public void learn(int[] pattern, int sample) {
    for (int i = 0; i < sample; i++) {
      synapses.set(pattern[i]);
    }
  }

  public void forget() {
    synapses.clear();
  }

  public int overlap(SparseBits active) {
    return synapses.overlap(active);
  }

  public boolean spikes(SparseBits active) {
    return overlap(active) >= threshold;
  }
}
