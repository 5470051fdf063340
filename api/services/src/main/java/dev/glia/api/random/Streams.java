package dev.glia.api.random;

import java.nio.charset.StandardCharsets;

/**
 * Which key belongs to what. A stream is named by text, {@code population/cells/random/0}, so that
 * adding a component to an experiment doesn't change the draws of the others.
 *
 * <p>In a tick, the draw of call site {@code s} in neuron {@code i} of population {@code p} at tick
 * {@code n} (the tick that starts at n) is word {@code i & 3} of the block with key {@code
 * key(seed, "population/p/random/s")}, low counter {@code i >> 2}, high counter {@code n}. Uniform
 * numbers are {@link CounterRandom#uniform(int)} of that word. A normal draw uses the first two
 * words of the block with low counter {@code i}: {@link RandomStream} defines how. A Poisson draw
 * is {@link RandomStream#poisson} of {@link #poissonUniform}.
 *
 * <p>In a learning program the stream is {@code projection/p/random/s}, and {@code i} counts what
 * the statement is run for: synapses by source and target, branches by source and delay, or
 * targets.
 */
public final class Streams {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Streams() {}

  /** The key of a named stream under a seed. */
  public static long key(long seed, String stream) {
    long hash = 0xCBF29CE484222325L; // FNV-1a, then mixed: names that differ little end far apart
    for (byte octet : stream.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
    }
    return mix(hash + mix(seed + GOLDEN));
  }

  /** Finalizer of SplitMix64 (Steele et al. 2014), a bijection with good avalanche. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * The normal draw of entity {@code i} at a tick: both coordinates of Box and Muller's point are
   * used, for two entities.
   *
   * <p>With {@code j = i & 31}, it has words {@code 2*(j >> 4)} and the next of the block with low
   * counter {@code 8*(i >> 5) + (j & 7)}: the cosine as in {@link RandomStream#normal} where {@code
   * (j & 8) == 0}, else the sine of the same angle.
   */
  public static double normal(long key, long i, long tick) {
    int[] block = new int[4];
    int j = (int) i & 31;
    CounterRandom.block(key, 8 * (i >> 5) + (j & 7), tick, block);
    int first = block[2 * (j >> 4)];
    int second = block[2 * (j >> 4) + 1];
    return (j & 8) == 0
        ? RandomStream.normal(first, second)
        : RandomStream.normalSine(first, second);
  }

  /**
   * The uniform number, 53 bits, that a Poisson draw of entity {@code i} at a tick is the quantile
   * of.
   *
   * <p>Its upper 16 bits decide nearly every draw, and a block has them for eight entities: with
   * {@code j = i & 31}, they're half {@code j >> 4} (0 is the low one) of word {@code j & 3} of the
   * block with low counter {@code 4*(i >> 5) + ((j >> 2) & 3)}. The other 37 bits need only be
   * drawn where a step of the distribution lies between: they're the first ones of the block with
   * low counter {@code i + 2^63}.
   */
  public static double poissonUniform(long key, long i, long tick) {
    int[] block = new int[4];
    int j = (int) i & 31;
    CounterRandom.block(key, 4 * (i >> 5) + ((j >> 2) & 3), tick, block);
    long upper = (block[j & 3] >>> 16 * (j >> 4)) & 0xFFFF;
    CounterRandom.block(key, i + Long.MIN_VALUE, tick, block);
    long lower = (((long) block[0] << 32) | (block[1] & 0xFFFFFFFFL)) >>> 27;
    return (upper << 37 | lower) * 0x1p-53;
  }

  /** Stream of a random call in a population's program. */
  public static String ofCall(String population, int callSite) {
    return "population/" + population + "/random/" + callSite;
  }

  /** Stream from which a projection's topology, weights or delays are drawn. */
  public static String ofProjection(String projection, String what) {
    return "projection/" + projection + "/" + what;
  }
}
