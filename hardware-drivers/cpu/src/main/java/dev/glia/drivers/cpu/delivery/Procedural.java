package dev.glia.drivers.cpu.delivery;

/**
 * No synapses at all: rows are drawn again whenever their source's spike arrives. For projections
 * that are too large to be stored; every event costs a few dozen nanoseconds, on every thread, and
 * rows are allocated as they are drawn.
 */
final class Procedural implements Synapses {
  private final SynapseDraw draw;
  private final int from;
  private final int to;
  private final long count;

  /**
   * The synapses onto targets from, inclusive, to to.
   *
   * @param draw of this slice alone
   * @param count number of synapses
   */
  Procedural(SynapseDraw draw, int from, int to, long count) {
    this.draw = draw;
    this.from = from;
    this.to = to;
    this.count = count;
  }

  @Override
  public void deliver(int[] branches, int count, float[] sums) {
    for (int i = 0; i < count; i++) {
      draw.row(branches[i]);
      for (int k = draw.firstFrom(from); k < draw.size() && draw.target(k) < to; k++) {
        sums[draw.target(k)] += draw.weight(k);
      }
    }
  }

  @Override
  public String form() {
    return "procedural, rows drawn at each spike";
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long bytes() {
    return 16L * draw.size();
  }

  @Override
  public int first(int source) {
    return 0;
  }

  @Override
  public int size(int source) {
    draw.row(source);
    return draw.firstFrom(to) - draw.firstFrom(from);
  }

  @Override
  public float[] weights() {
    return null;
  }

  @Override
  public float sharedWeight() {
    return draw.drawsWeights() ? Synapses.super.sharedWeight() : draw.sharedWeight();
  }
}
