package dev.glia.drivers.rram.array;

import dev.glia.api.random.CounterRandom;

/**
 * Standard normal numbers that a cell has at an access, fast: a word of 16 bits chooses one of
 * 65,536 equally likely values, whose mean is 0 and variance 1; the largest is 4.2.
 */
final class Normals {
  private static final int SIZE = 1 << 16;
  private static final float[] QUANTILES = quantiles();

  private Normals() {}

  /**
   * Numbers for consecutive cells.
   *
   * @param first a multiple of 8
   * @param access counter of the draw
   * @param into filled from the start; a multiple of 8 long
   */
  static void fill(long key, int first, long access, float[] into, int length) {
    int[] block = new int[4];
    for (int i = 0; i < length; i += 8) {
      CounterRandom.block(key, (first + i) >> 3, access, block);
      for (int w = 0; w < 4; w++) {
        into[i + 2 * w] = QUANTILES[block[w] & 0xFFFF];
        into[i + 2 * w + 1] = QUANTILES[block[w] >>> 16];
      }
    }
  }

  /** Integrates the density until each half-open share is passed, then scales to variance 1. */
  private static float[] quantiles() {
    double[] upper = new double[SIZE / 2];
    double step = 1e-5;
    double x = 0;
    double passed = 0;
    for (int i = 0; i < upper.length; i++) {
      double share = (i + 0.5) / SIZE;
      while (passed < share) {
        passed += density(x + step / 2) * step;
        x += step;
      }
      upper[i] = x - (passed - share) / density(x);
    }
    double squares = 0;
    for (double value : upper) {
      squares += value * value;
    }
    double scale = Math.sqrt(upper.length / squares);
    float[] all = new float[SIZE];
    for (int i = 0; i < upper.length; i++) {
      all[SIZE / 2 + i] = (float) (upper[i] * scale);
      all[SIZE / 2 - 1 - i] = -all[SIZE / 2 + i];
    }
    return all;
  }

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
