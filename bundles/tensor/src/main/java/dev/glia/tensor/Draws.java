package dev.glia.tensor;

import dev.glia.api.random.RandomStream;
import org.bytedeco.pytorch.Tensor;

/** Start values from Glia's own streams: the same on every machine and version of libtorch. */
public final class Draws {
  private Draws() {}

  /** Uniform in [-bound, bound), float32. */
  public static Tensor uniform(RandomStream random, double bound, long... shape) {
    float[] values = new float[items(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return TensorArrays.of(values, shape);
  }

  /** Normal with mean 0, float32. */
  public static Tensor normal(RandomStream random, double deviation, long... shape) {
    float[] values = new float[items(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextNormal());
    }
    return TensorArrays.of(values, shape);
  }

  private static int items(long[] shape) {
    long items = 1;
    for (long side : shape) {
      items = Math.multiplyExact(items, side);
    }
    return Math.toIntExact(items);
  }
}
