package dev.glia.learners.projection;

import dev.glia.learners.internal.Decomposition;
import dev.glia.learners.internal.Dense;
import dev.glia.learners.internal.Shapes;
import java.util.Arrays;

/**
 * Principal components, by singular values of the centered data (Jolliffe 2002,
 * doi:10.1007/b98835). The largest loading of each component is positive, so the signs are decided.
 *
 * @param mean of the features
 * @param components a row each, of length 1, by falling variance
 * @param variance along each (over n - 1)
 */
public record PrincipalComponents(double[] mean, double[][] components, double[] variance) {
  /**
   * Finds components; as many as are asked for, or as there are.
   *
   * @param x a row a sample, at least two
   */
  public static PrincipalComponents fit(double[][] x, int most) {
    Shapes.matrix("x", x);
    if (x.length < 2 || most < 1) {
      throw new IllegalArgumentException(x.length + " samples, " + most + " components");
    }
    double[] mean = Dense.means(x);
    Decomposition found = Decomposition.of(Dense.minus(x, mean));
    int count = Math.min(most, found.values().length);
    double[] variance = new double[count];
    for (int k = 0; k < count; k++) {
      variance[k] = found.values()[k] * found.values()[k] / (x.length - 1);
    }
    return new PrincipalComponents(mean, Arrays.copyOf(found.right(), count), variance);
  }

  /** Coordinates of samples along the components, a row a sample. */
  public double[][] apply(double[][] x) {
    double[][] along = new double[x.length][components.length];
    double[][] around = Dense.minus(x, mean);
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < components.length; k++) {
        along[i][k] = Dense.dot(components[k], around[i]);
      }
    }
    return along;
  }

  /** Samples from their coordinates: what the components keep of them. */
  public double[][] restore(double[][] along) {
    double[][] x = new double[along.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = mean.clone();
      for (int k = 0; k < components.length; k++) {
        for (int j = 0; j < mean.length; j++) {
          x[i][j] += along[i][k] * components[k][j];
        }
      }
    }
    return x;
  }
}
