package dev.glia.learners.metrics;

/** How near predicted numbers are. Deviations are over n. */
public final class RegressionMetrics {
  private RegressionMetrics() {}

  /** {@code sqrt(mean (p - y)²)}. */
  public static double rmse(double[] y, double[] predicted) {
    same(y.length, predicted.length);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (predicted[i] - y[i]) * (predicted[i] - y[i]);
    }
    return Math.sqrt(sum / y.length);
  }

  /** {@link #rmse} over the deviation of y: 1 for who always says the mean. */
  public static double nrmse(double[] y, double[] predicted) {
    return rmse(y, predicted) / Math.sqrt(variance(y));
  }

  /**
   * {@code 1 - nrmse²}: the share of variance that is explained; below 0 if worse than the mean.
   */
  public static double rSquared(double[] y, double[] predicted) {
    double error = rmse(y, predicted);
    return 1 - error * error / variance(y);
  }

  /** Pearson's correlation; NaN if one side doesn't vary. */
  public static double correlation(double[] a, double[] b) {
    same(a.length, b.length);
    double aMean = mean(a);
    double bMean = mean(b);
    double both = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - aMean) * (b[i] - bMean);
      ofA += (a[i] - aMean) * (a[i] - aMean);
      ofB += (b[i] - bMean) * (b[i] - bMean);
    }
    return both / Math.sqrt(ofA * ofB);
  }

  /** Spearman's correlation, that of the ranks. */
  public static double rankCorrelation(double[] a, double[] b) {
    return correlation(Ranks.of(a), Ranks.of(b));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }

  private static void same(int a, int b) {
    if (a != b || a == 0) {
      throw new IllegalArgumentException(a + " numbers and " + b + " aren't pairs");
    }
  }
}
