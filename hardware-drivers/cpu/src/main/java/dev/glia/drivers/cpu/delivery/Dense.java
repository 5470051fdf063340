package dev.glia.drivers.cpu.delivery;

import dev.glia.drivers.cpu.simd.Padding;

/**
 * Every source to every target, each with a weight: a row a source, padded to whole vectors, so
 * that an event is one addition of a row. Further variables of learning synapses are laid out
 * alike.
 */
public final class Dense implements Synapses {
  private final int from;
  private final int width;
  private final int stride;
  private final int sources;
  private final float[][] variables;

  /**
   * Rows of zeros.
   *
   * @param from first target of the slice
   * @param width number of its targets
   * @param variables of each synapse; the first is the weight
   */
  Dense(int sources, int from, int width, int variables) {
    this.from = from;
    this.width = width;
    this.sources = sources;
    stride = Padding.padded(width);
    this.variables = new float[variables][Math.multiplyExact(sources, stride)];
  }

  @Override
  public void deliver(int[] branches, int count, float[] sums) {
    float[] weights = variables[0];
    for (int i = 0; i < count; i++) {
      addRow(weights, branches[i] * stride, sums, from, width);
    }
  }

  private static void addRow(float[] weights, int row, float[] sums, int from, int width) {
    for (int j = 0; j < width; j++) {
      sums[from + j] += weights[row + j];
    }
  }

  public int sources() {
    return sources;
  }

  public int stride() {
    return stride;
  }

  public int width() {
    return width;
  }

  /** A variable of the synapses by position; the live array. */
  public float[] variable(int index) {
    return variables[index];
  }

  @Override
  public String form() {
    return "dense rows";
  }

  @Override
  public long count() {
    return (long) sources * width;
  }

  @Override
  public long bytes() {
    return 4L * variables.length * sources * stride;
  }

  @Override
  public int first(int source) {
    return source * stride;
  }

  @Override
  public int size(int source) {
    return width;
  }

  @Override
  public float[] weights() {
    return variables[0];
  }
}
