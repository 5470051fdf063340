package dev.glia.drivers.cpu.learning;

/** Powers of what a tick leaves of a trace, each the product of two numbers of tables. */
final class Decays {
  private static final int BITS = 10;
  private static final int MOST = 1 << 12;
  private final double decay;
  private final double[] fine = new double[1 << BITS];
  private final double[] coarse;

  Decays(double decay) {
    this.decay = decay;
    // Float32 ends at exp(-104).
    double ticks = decay == 0 || decay == 1 ? 1 : -104 / Math.log(decay);
    coarse = new double[(int) Math.min(MOST, 2 + ticks / fine.length)];
    for (int i = 0; i < fine.length; i++) {
      fine[i] = StrictMath.pow(decay, i);
    }
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = StrictMath.pow(decay, (double) i * fine.length);
    }
  }

  /** What this many ticks leave. */
  float after(int ticks) {
    int block = ticks >> BITS;
    return block < coarse.length
        ? (float) (fine[ticks & fine.length - 1] * coarse[block])
        : (float) StrictMath.pow(decay, ticks);
  }

  long bytes() {
    return 8L * (fine.length + coarse.length);
  }
}
