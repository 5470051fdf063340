package dev.glia.api.random;

/**
 * Philox 4x32-10 (Salmon et al., SC 2011, doi:10.1145/2063384.2063405): a block cipher over a
 * counter. A draw depends on key and counter only, so it can be made in any order, by any thread.
 *
 * <p>The key is 64 bits (seed and stream, see {@link Streams}), the counter 128 bits: the low half
 * names an entity, the high half a tick or a draw. One call yields 128 bits.
 */
public final class CounterRandom {
  private static final int MULTIPLIER_0 = 0xD2511F53;
  private static final int MULTIPLIER_1 = 0xCD9E8D57;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;

  private CounterRandom() {}

  /**
   * Draws 128 bits.
   *
   * @param out filled with four words, the low word of the counter's low half first
   */
  public static void block(long key, long low, long high, int[] out) {
    int c0 = (int) low;
    int c1 = (int) (low >>> 32);
    int c2 = (int) high;
    int c3 = (int) (high >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = (MULTIPLIER_0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
      long p1 = (MULTIPLIER_1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c1 = (int) p1;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c3 = (int) p0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
  }

  /** One 32-bit word of a block: {@code word} is 0 to 3. */
  public static int bits(long key, long low, long high, int word) {
    int[] out = new int[4];
    block(key, low, high, out);
    return out[word];
  }

  /** Uniform in [0, 1) with 24 bits: exact as float and as double, so all backends agree. */
  public static float uniform(int bits) {
    return (bits >>> 8) * 0x1p-24f;
  }

  /** Uniform in [0, 1) with 53 bits of two words. */
  public static double uniform(int high, int low) {
    return ((((long) high << 32) | (low & 0xFFFFFFFFL)) >>> 11) * 0x1p-53;
  }
}
