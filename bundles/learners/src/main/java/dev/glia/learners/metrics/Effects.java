package dev.glia.learners.metrics;

/** How large a difference is, in units of the spread. Variances are over n - 1. */
public final class Effects {
  private Effects() {}

  /** Cohen's d: difference of the means over the pooled deviation. */
  public static double cohensD(double[] a, double[] b) {
    double pooled =
        ((a.length - 1) * variance(a) + (b.length - 1) * variance(b)) / (a.length + b.length - 2);
    return (mean(a) - mean(b)) / Math.sqrt(pooled);
  }

  /** Student's t of paired samples: of the mean of {@code a - b}. */
  public static double pairedT(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " numbers and " + b.length + " aren't pairs");
    }
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    return mean(differences) / Math.sqrt(variance(differences) / a.length);
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
    return sum / (values.length - 1);
  }
}
