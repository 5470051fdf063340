package dev.glia.drivers.cpu.delivery;

/**
 * Every source to every target with one weight: nothing is stored, as all targets get the same. In
 * the all-but-one form a target that spiked itself gets one weight less.
 */
final class Total implements Synapses {
  private final int from;
  private final int to;
  private final int sources;
  private final float weight;
  private final boolean butOwn;

  Total(int from, int to, int sources, float weight, boolean butOwn) {
    this.from = from;
    this.to = to;
    this.sources = sources;
    this.weight = weight;
    this.butOwn = butOwn;
  }

  @Override
  public void deliver(int[] branches, int count, float[] sums) {
    if (count == 0) {
      return;
    }
    float all = count * weight;
    if (!butOwn) {
      add(sums, from, to, all);
      return;
    }
    float others = (count - 1) * weight;
    int next = from;
    for (int i = 0; i < count; i++) {
      int own = branches[i];
      if (own >= from && own < to) {
        add(sums, next, own, all);
        sums[own] += others;
        next = own + 1;
      }
    }
    add(sums, next, to, all);
  }

  private static void add(float[] sums, int from, int to, float value) {
    for (int j = from; j < to; j++) {
      sums[j] += value;
    }
  }

  @Override
  public String form() {
    return butOwn ? "all-but-one as total minus own" : "all-to-all as a total";
  }

  @Override
  public long count() {
    long own = butOwn ? Math.max(0, Math.min(to, sources) - from) : 0;
    return (long) sources * (to - from) - own;
  }

  @Override
  public long bytes() {
    return 4;
  }

  @Override
  public int first(int source) {
    return 0;
  }

  @Override
  public int size(int source) {
    return to - from - (butOwn && source >= from && source < to ? 1 : 0);
  }

  @Override
  public float[] weights() {
    return null;
  }

  @Override
  public float sharedWeight() {
    return weight;
  }
}
