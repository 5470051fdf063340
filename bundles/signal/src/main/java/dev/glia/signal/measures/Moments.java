package dev.glia.signal.measures;

/** Measures of a signal's values and of their changes. */
public final class Moments {
  private Moments() {}

  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Mean squared distance from the mean. */
  public static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }

  public static double skewness(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean) * (value - mean);
    }
    return sum / values.length / Math.pow(variance(values), 1.5);
  }

  /** Hjorth's mobility: the square root of the variance of the changes over that of the values. */
  public static double mobility(double[] values) {
    return Math.sqrt(variance(changes(values)) / variance(values));
  }

  /** Hjorth's complexity: the mobility of the changes over that of the values. */
  public static double complexity(double[] values) {
    return mobility(changes(values)) / mobility(values);
  }

  private static double[] changes(double[] values) {
    double[] changes = new double[values.length - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = values[i + 1] - values[i];
    }
    return changes;
  }

  /** The middle of the values in order; the mean of the two middle ones of an even number. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
  }
}
