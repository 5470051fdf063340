package dev.glia.api.random;

/**
 * Draws of one stream for one entity, in sequence: for topologies, weights, encoders and shuffles.
 *
 * <p>Not safe for use by several threads; make one for each entity, it costs nothing. The
 * distributions are the reference for every backend: a normal draw is Box–Muller on the first two
 * 32-bit words ({@code u1 = (bits + 0.5) * 2^-32}), computed in float64 with {@link StrictMath}; a
 * Poisson draw inverts the cumulative distribution with a 53-bit uniform number.
 */
public final class RandomStream {
  private final long key;
  private final long entity;
  private final int[] block = new int[4];
  private long draw;
  private int word = 4;

  public RandomStream(long seed, String stream, long entity) {
    this(Streams.key(seed, stream), entity);
  }

  public RandomStream(long key, long entity) {
    this.key = key;
    this.entity = entity;
  }

  public int nextInt() {
    if (word == 4) {
      CounterRandom.block(key, entity, draw++, block);
      word = 0;
    }
    return block[word++];
  }

  /** Uniform in [0, bound), without bias. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, given " + bound);
    }
    long product = (nextInt() & 0xFFFFFFFFL) * bound;
    if ((product & 0xFFFFFFFFL) < bound) { // Lemire 2019: reject the few that would be too likely
      long threshold = (1L << 32) % bound;
      while ((product & 0xFFFFFFFFL) < threshold) {
        product = (nextInt() & 0xFFFFFFFFL) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  /** The numbers from 0 to size - 1 in random order (Fisher and Yates, inside out). */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int place = nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order;
  }

  /** Uniform in [0, 1), 53 bits. */
  public double nextDouble() {
    return CounterRandom.uniform(nextInt(), nextInt());
  }

  public double nextNormal() {
    return normal(nextInt(), nextInt());
  }

  /** Number of events of a Poisson process with this mean in its interval. */
  public int nextPoisson(double mean) {
    int high = nextInt();
    return poisson(mean, CounterRandom.uniform(high, nextInt()));
  }

  /** A standard normal number from two words. */
  public static double normal(int first, int second) {
    return radius(first) * StrictMath.cos(angle(second));
  }

  /** The other number from the same words, independent of the first: with a sine for the cosine. */
  static double normalSine(int first, int second) {
    return radius(first) * StrictMath.sin(angle(second));
  }

  private static double radius(int bits) {
    return StrictMath.sqrt(-2 * StrictMath.log(((bits & 0xFFFFFFFFL) + 0.5) * 0x1p-32));
  }

  private static double angle(int bits) {
    return 2 * Math.PI * (((bits & 0xFFFFFFFFL) + 0.5) * 0x1p-32);
  }

  /**
   * The Poisson quantile of u.
   *
   * @param mean 0 to 1e5; above 500 the normal approximation with continuity correction is used
   * @param u in [0, 1)
   */
  public static int poisson(double mean, double u) {
    if (!(mean >= 0) || mean > 1e5) {
      throw new IllegalArgumentException("the mean of a Poisson count is 0 to 1e5, given " + mean);
    }
    if (mean > 500) {
      double z = NormalQuantile.of(Math.max(u, 0x1p-54));
      return (int) Math.max(0, Math.floor(mean + Math.sqrt(mean) * z + 0.5));
    }
    double term = StrictMath.exp(-mean);
    double sum = term;
    int count = 0;
    while (u >= sum && term > 0) {
      count++;
      term *= mean / count;
      sum += term;
    }
    return count;
  }
}
