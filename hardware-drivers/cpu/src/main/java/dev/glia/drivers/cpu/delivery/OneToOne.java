package dev.glia.drivers.cpu.delivery;

/** Source i to target i: at most a weight each. */
final class OneToOne implements Synapses {
  private final int from;
  private final int to;
  private final float shared;
  private final float[] weights;

  /** Targets from, inclusive, to to; weights of the slice, or null if all are {@code shared}. */
  OneToOne(int from, int to, float shared, float[] weights) {
    this.from = from;
    this.to = to;
    this.shared = shared;
    this.weights = weights;
  }

  @Override
  public void deliver(int[] branches, int count, float[] sums) {
    for (int i = 0; i < count; i++) {
      int neuron = branches[i];
      if (neuron >= from && neuron < to) {
        sums[neuron] += weights == null ? shared : weights[neuron - from];
      }
    }
  }

  @Override
  public String form() {
    return weights == null ? "one-to-one, one weight" : "one-to-one";
  }

  @Override
  public long count() {
    return to - from;
  }

  @Override
  public long bytes() {
    return weights == null ? 4 : 4L * weights.length;
  }

  @Override
  public int first(int source) {
    return source - from;
  }

  @Override
  public int size(int source) {
    return source >= from && source < to ? 1 : 0;
  }

  @Override
  public float[] weights() {
    return weights;
  }

  @Override
  public float sharedWeight() {
    return shared;
  }
}
