package dev.glia.drivers.cpu.simd;

import dev.glia.api.random.CounterRandom;

/**
 * Random numbers of neurons {@code from} to {@code from + length} at a tick, as {@link
 * dev.glia.api.random.Streams} defines them, one after the other; {@link VectorDraws} has the same
 * numbers many at a time.
 *
 * <p>Philox is written out here so that a draw allocates nothing; that it is the one of {@link
 * CounterRandom} is tested.
 */
public final class Draws {
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;

  private Draws() {}

  /** The low two words of a block, the first in the low half. */
  static long firstWords(long key, long low, long high) {
    return words(key, low, high, 0);
  }

  /** The high two words of a block, the third in the low half. */
  static long lastWords(long key, long low, long high) {
    return words(key, low, high, 2);
  }

  private static long words(long key, long low, long high, int first) {
    int c0 = (int) low;
    int c1 = (int) (low >>> 32);
    int c2 = (int) high;
    int c3 = (int) (high >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < 10; round++) {
      long p0 = MULTIPLIER_0 * (c0 & 0xFFFFFFFFL);
      long p1 = MULTIPLIER_1 * (c2 & 0xFFFFFFFFL);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c1 = (int) p1;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c3 = (int) p0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    return first == 0
        ? (c0 & 0xFFFFFFFFL) | ((long) c1 << 32)
        : (c2 & 0xFFFFFFFFL) | ((long) c3 << 32);
  }

  /** Uniform in [0, 1), of one neuron. */
  public static float uniform(long key, long tick, int neuron) {
    long pair = words(key, neuron >>> 2, tick, neuron & 2);
    return CounterRandom.uniform((int) ((neuron & 1) == 0 ? pair : pair >>> 32));
  }

  /** Standard normal, of one neuron. */
  public static float normal(long key, long tick, int neuron) {
    long pair = words(key, 8 * (neuron >>> 5) + (neuron & 7), tick, neuron >>> 3 & 2);
    return (float) BoxMuller.normal((int) pair, (int) (pair >>> 32), (neuron & 8) != 0);
  }

  /** A count with a mean of its own, of one neuron. */
  public static float poisson(long key, long tick, int neuron, float mean) {
    return PoissonTable.outside(mean, poissonBits(key, tick, neuron), key, tick, neuron);
  }

  /** The 16 bits that decide nearly every count. */
  static int poissonBits(long key, long tick, int neuron) {
    long pair = words(key, poissonBlock(neuron), tick, neuron & 2);
    return (int) (pair >>> 32 * (neuron & 1) + (neuron & 16)) & 0xFFFF;
  }

  /** Block of a neuron's 16 bits: four have those of 32 neurons. */
  static int poissonBlock(int neuron) {
    return 4 * (neuron >>> 5) + ((neuron >>> 2) & 3);
  }

  static void uniforms(long key, long tick, int from, int length, float[] out) {
    for (int i = 0; i < length; i += 4) {
      long first = firstWords(key, (from + i) >>> 2, tick);
      long last = lastWords(key, (from + i) >>> 2, tick);
      out[i] = CounterRandom.uniform((int) first);
      out[i + 1] = CounterRandom.uniform((int) (first >>> 32));
      out[i + 2] = CounterRandom.uniform((int) last);
      out[i + 3] = CounterRandom.uniform((int) (last >>> 32));
    }
  }

  /** Normal numbers; {@code from} is a multiple of 32. */
  static void normals(long key, long tick, int from, int length, float[] out) {
    for (int i = 0; i < length; i++) {
      out[i] = normal(key, tick, from + i);
    }
  }

  static void poissons(long key, long tick, int from, int length, float[] means, float[] out) {
    for (int i = 0; i < length; i++) {
      out[i] = poisson(key, tick, from + i, means[i]);
    }
  }

  /**
   * Counts of one mean; {@code from} is a multiple of 32, {@code length} one of 16. All four words
   * of a block are used, so it's written out once more.
   */
  static void poissons(long key, long tick, int from, int length, PoissonTable table, float[] out) {
    for (int i = 0; i < length; i += (i & 12) == 12 ? 20 : 4) { // 16 neurons, then 16 passed over
      int c0 = poissonBlock(from + i);
      int c1 = 0;
      int c2 = (int) tick;
      int c3 = (int) (tick >>> 32);
      int k0 = (int) key;
      int k1 = (int) (key >>> 32);
      for (int round = 0; round < 10; round++) {
        long p0 = MULTIPLIER_0 * (c0 & 0xFFFFFFFFL);
        long p1 = MULTIPLIER_1 * (c2 & 0xFFFFFFFFL);
        c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
        c1 = (int) p1;
        c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
        c3 = (int) p0;
        k0 += WEYL_0;
        k1 += WEYL_1;
      }
      out[i] = table.count(c0 & 0xFFFF, key, tick, from + i);
      out[i + 1] = table.count(c1 & 0xFFFF, key, tick, from + i + 1);
      out[i + 2] = table.count(c2 & 0xFFFF, key, tick, from + i + 2);
      out[i + 3] = table.count(c3 & 0xFFFF, key, tick, from + i + 3);
      if (i + 16 < length) {
        out[i + 16] = table.count(c0 >>> 16, key, tick, from + i + 16);
        out[i + 17] = table.count(c1 >>> 16, key, tick, from + i + 17);
        out[i + 18] = table.count(c2 >>> 16, key, tick, from + i + 18);
        out[i + 19] = table.count(c3 >>> 16, key, tick, from + i + 19);
      }
    }
  }
}
