package dev.glia.learners.internal;

/** The standard normal distribution, to about 14 digits. */
public final class Normal {
  private Normal() {}

  /** Share below z: Marsaglia's series, with a continued fraction in the tails. */
  public static double cumulative(double z) {
    if (Double.isNaN(z)) {
      return Double.NaN;
    }
    if (Math.abs(z) > 38) {
      return z > 0 ? 1 : 0;
    }
    double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    if (Math.abs(z) < 3) {
      double sum = z;
      double term = z;
      for (int k = 3; sum + term != sum; k += 2) {
        term *= z * z / k;
        sum += term;
      }
      return 0.5 + sum * density;
    }
    double fraction = 0;
    for (int k = 60; k > 0; k--) {
      fraction = k / (Math.abs(z) + fraction);
    }
    double tail = density / (Math.abs(z) + fraction);
    return z > 0 ? 1 - tail : tail;
  }

  /** Below which a share p lies, by bisection. */
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("a share is in (0, 1), given " + p);
    }
    double low = -38;
    double high = 38;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
