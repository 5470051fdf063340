package dev.glia.learners.projection;

import dev.glia.learners.internal.Decomposition;
import dev.glia.learners.internal.Dense;
import dev.glia.learners.internal.Shapes;

/**
 * Canonical correlations: directions in two sets of features along which the same samples agree
 * most (Hotelling 1936, doi:10.1093/biomet/28.3-4.321), by singular values (Björck and Golub 1973,
 * doi:10.1090/S0025-5718-1973-0348991-3).
 *
 * @param correlations falling, in [0, 1]
 * @param xWeights a row a direction in x; centered samples along it have a variance of 1
 * @param yWeights likewise in y
 */
public record CanonicalCorrelation(
    double[] correlations, double[][] xWeights, double[][] yWeights) {
  /**
   * Finds all pairs of directions: as many as the smaller rank.
   *
   * @param x a row a sample; features may depend on each other
   * @param y a row a sample
   */
  public static CanonicalCorrelation fit(double[][] x, double[][] y) {
    Shapes.samples("y", y.length, x.length);
    Shapes.matrix("x", x);
    Shapes.matrix("y", y);
    Decomposition ofX = Decomposition.of(Dense.minus(x, Dense.means(x)));
    Decomposition ofY = Decomposition.of(Dense.minus(y, Dense.means(y)));
    int xRank = ofX.rank(x.length, x[0].length);
    int yRank = ofY.rank(y.length, y[0].length);
    if (xRank == 0 || yRank == 0) {
      throw new IllegalArgumentException("all samples are the same");
    }
    double[][] common = new double[xRank][yRank];
    for (int a = 0; a < xRank; a++) {
      for (int b = 0; b < yRank; b++) {
        common[a][b] = Dense.dot(ofX.left()[a], ofY.left()[b]);
      }
    }
    Decomposition pairs = Decomposition.of(common);
    double[] correlations = new double[pairs.values().length];
    for (int r = 0; r < correlations.length; r++) {
      correlations[r] = Math.min(1, pairs.values()[r]);
    }
    return new CanonicalCorrelation(
        correlations,
        directions(pairs.left(), ofX, x.length),
        directions(pairs.right(), ofY, y.length));
  }

  private static double[][] directions(double[][] pairs, Decomposition of, int samples) {
    double[][] directions = new double[pairs.length][of.right()[0].length];
    for (int r = 0; r < pairs.length; r++) {
      for (int a = 0; a < pairs[r].length; a++) {
        double share = pairs[r][a] / of.values()[a] * Math.sqrt(samples - 1.0);
        for (int j = 0; j < directions[r].length; j++) {
          directions[r][j] += share * of.right()[a][j];
        }
      }
    }
    return directions;
  }
}
