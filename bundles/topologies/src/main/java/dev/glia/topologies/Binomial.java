package dev.glia.topologies;

/** The binomial distribution, the same on every machine: {@link StrictMath} throughout. */
final class Binomial {
  private static final int TABLED = 32;
  private static final double[] LOG_FACTORIALS = new double[TABLED];
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  static {
    for (int k = 2; k < TABLED; k++) {
      LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1] + StrictMath.log(k);
    }
  }

  private Binomial() {}

  /**
   * A number of successes by one uniform number.
   *
   * <p>Counts take their share of the unit interval in the order of their distance from the mode,
   * so about as many are looked at as a standard deviation has.
   *
   * @param trials 0 to 2^53
   * @param p probability of a success, in [0, 1]
   * @param u in [0, 1)
   */
  static long draw(long trials, double p, double u) {
    if (trials == 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return trials;
    }
    long mode = Math.min(trials, (long) ((trials + 1) * p));
    double odds = p / (1 - p);
    double atMode =
        StrictMath.exp(
            logFactorial(trials)
                - logFactorial(mode)
                - logFactorial(trials - mode)
                + mode * StrictMath.log(p)
                + (trials - mode) * StrictMath.log1p(-p));
    double left = u - atMode;
    long above = mode;
    long below = mode;
    double up = atMode;
    double down = atMode;
    while (left >= 0 && (up > 0 || down > 0)) {
      up *= odds * (trials - above) / (above + 1); // 0 beyond the last one
      above++;
      left -= up;
      if (left < 0) {
        return above;
      }
      down *= below / (odds * (trials - below + 1));
      below--;
      left -= down;
      if (left < 0) {
        return below;
      }
    }
    return mode; // or u was in what rounding left over
  }

  /** Stirling's series; its error is below 1e-13 from here on. */
  private static double logFactorial(long k) {
    if (k < TABLED) {
      return LOG_FACTORIALS[(int) k];
    }
    double n = k;
    double inverse = 1 / n;
    double square = inverse * inverse;
    return n * StrictMath.log(n)
        - n
        + 0.5 * StrictMath.log(n)
        + HALF_LOG_TWO_PI
        + inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260)));
  }
}
