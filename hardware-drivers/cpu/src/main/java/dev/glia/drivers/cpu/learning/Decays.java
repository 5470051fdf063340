package dev.glia.drivers.cpu.learning;

/**
 * Powers of what a tick leaves of a trace: the first ones from a table, later ones as the product
 * of two.
 */
final class Decays {
  private static final int BITS = 10;
  private static final int MOST = 1 << 12;
  private static final int MOST_FIRST = 1 << 14;
  private final float[] first;
  private final double[] fine = new double[1 << BITS];

  /** After the last one, what is left is 0 in float32, or doesn't decay. */
  private final double[] coarse;

  Decays(double decay) {
    // Float32 ends at exp(-104).
    double ticks = decay == 0 || decay == 1 ? 1 : -104 / Math.log(decay);
    coarse = new double[(int) Math.min(MOST, 2 + ticks / fine.length)];
    for (int i = 0; i < fine.length; i++) {
      fine[i] = StrictMath.pow(decay, i);
    }
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = StrictMath.pow(decay, (double) i * fine.length);
    }
    first = new float[Math.min(MOST_FIRST, coarse.length << BITS)];
    for (int i = 0; i < first.length; i++) {
      first[i] = product(i);
    }
  }

  /** What this many ticks leave; fewer than 2^22. */
  float after(int ticks) {
    return ticks < first.length ? first[ticks] : product(ticks);
  }

  private float product(int ticks) {
    int block = Math.min(ticks >> BITS, coarse.length - 1);
    return (float) (fine[ticks & fine.length - 1] * coarse[block]);
  }

  long bytes() {
    return 8L * (fine.length + coarse.length) + 4L * first.length;
  }
}
