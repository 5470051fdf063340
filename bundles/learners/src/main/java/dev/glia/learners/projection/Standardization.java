package dev.glia.learners.projection;

import dev.glia.learners.internal.Dense;
import dev.glia.learners.internal.Shapes;

/**
 * {@code (x - mean) / deviation}, a feature at a time. To be fitted on training samples only.
 *
 * @param deviation 1 where a feature is the same everywhere
 */
public record Standardization(double[] mean, double[] deviation) {
  /** Means and deviations (over n) of some samples, a row each. */
  public static Standardization of(double[][] x) {
    return of(x, 0);
  }

  /**
   * The same with a number added to every deviation, so that features that hardly vary aren't blown
   * up.
   */
  public static Standardization of(double[][] x, double floor) {
    Shapes.matrix("x", x);
    double[] mean = Dense.means(x);
    double[] deviation = new double[mean.length];
    for (double[] row : x) {
      for (int j = 0; j < mean.length; j++) {
        deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / x.length;
      }
    }
    for (int j = 0; j < mean.length; j++) {
      deviation[j] = Math.sqrt(deviation[j]) + floor;
      deviation[j] = deviation[j] > 0 ? deviation[j] : 1;
    }
    return new Standardization(mean, deviation);
  }

  /** The samples, standardized; a new array. */
  public double[][] apply(double[][] x) {
    double[][] scaled = Dense.minus(x, mean);
    for (double[] row : scaled) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= deviation[j];
      }
    }
    return scaled;
  }
}
