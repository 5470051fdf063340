package dev.glia.learners.regression;

import dev.glia.learners.internal.Decomposition;
import dev.glia.learners.internal.Dense;
import dev.glia.learners.internal.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.linsol.qr.LinearSolverQrHouseCol_DDRM;

/**
 * Ridge regression: linear least squares with a price on large weights (Hoerl and Kennard 1970,
 * doi:10.1080/00401706.1970.10488634).
 *
 * <p>Finds the weights W and bias b with least {@code Σ|y - Wx - b|² + λ|W|²}. Features are taken
 * as they are; scale them first where their units differ.
 */
public final class Ridge {
  /** How the equations are solved. */
  public enum Solver {
    /** Cholesky's decomposition of the normal equations: fastest, half the digits. */
    NORMAL,
    /** Householder's decomposition of the data with the penalty below them: all digits. */
    QR,
    /**
     * Singular values: all digits, features may depend on each other even with λ = 0 (the smallest
     * weights are taken then), and any number of λ costs one decomposition.
     */
    SVD
  }

  private Ridge() {}

  /**
   * Fits by {@link Solver#NORMAL} with a {@link Bias#FREE} bias.
   *
   * @param x a row a sample
   * @param y a row a sample
   * @param lambda 0 or more
   * @throws IllegalArgumentException if shapes don't fit or a number isn't finite
   * @throws IllegalStateException if features depend on each other and lambda is too small
   */
  public static LinearModel fit(double[][] x, double[][] y, double lambda) {
    return fit(x, y, lambda, Bias.FREE, Solver.NORMAL);
  }

  /** Fits one penalty. */
  public static LinearModel fit(
      double[][] x, double[][] y, double lambda, Bias bias, Solver solver) {
    return fit(x, y, new double[] {lambda}, bias, solver).getFirst();
  }

  /** Fits several penalties; a model each, in their order. */
  public static List<LinearModel> fit(
      double[][] x, double[][] y, double[] lambdas, Bias bias, Solver solver) {
    Shapes.samples("y", y.length, x.length);
    int features = Shapes.matrix("x", x);
    int outputs = Shapes.matrix("y", y);
    for (double lambda : lambdas) {
      if (!(lambda >= 0) || Double.isInfinite(lambda)) {
        throw new IllegalArgumentException("lambda is 0 or more, given " + lambda);
      }
    }
    return switch (solver) {
      case NORMAL -> {
        NormalEquations sums = new NormalEquations(features, outputs);
        sums.add(x, y);
        yield Arrays.stream(lambdas).mapToObj(lambda -> sums.solve(lambda, bias)).toList();
      }
      case QR, SVD -> orthogonal(x, y, lambdas, bias, solver);
    };
  }

  /** A bias that is free is the fit of the means: the rest is fitted around them. */
  private static List<LinearModel> orthogonal(
      double[][] x, double[][] y, double[] lambdas, Bias bias, Solver solver) {
    if (bias == Bias.FREE) {
      double[] xMean = Dense.means(x);
      double[] yMean = Dense.means(y);
      List<LinearModel> models = new ArrayList<>();
      for (double[][] weights :
          weights(Dense.minus(x, xMean), Dense.minus(y, yMean), lambdas, solver)) {
        double[] constant = new double[yMean.length];
        for (int k = 0; k < constant.length; k++) {
          constant[k] = yMean[k] - Dense.dot(weights[k], xMean);
        }
        models.add(new LinearModel(weights, constant));
      }
      return models;
    }
    if (bias == Bias.NONE) {
      return weights(x, y, lambdas, solver).stream()
          .map(weights -> new LinearModel(weights, new double[weights.length]))
          .toList();
    }
    return weights(withOnes(x), y, lambdas, solver).stream().map(Ridge::lastIsBias).toList();
  }

  private static double[][] withOnes(double[][] x) {
    double[][] wider = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      wider[i] = Arrays.copyOf(x[i], x[i].length + 1);
      wider[i][x[i].length] = 1;
    }
    return wider;
  }

  private static LinearModel lastIsBias(double[][] weights) {
    int features = weights[0].length - 1;
    double[][] rest = new double[weights.length][];
    double[] bias = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      rest[k] = Arrays.copyOf(weights[k], features);
      bias[k] = weights[k][features];
    }
    return new LinearModel(rest, bias);
  }

  /** Weights through the origin, for each penalty; a row an output. */
  private static List<double[][]> weights(
      double[][] x, double[][] y, double[] lambdas, Solver solver) {
    return solver == Solver.SVD ? bySingularValues(x, y, lambdas) : byReflections(x, y, lambdas);
  }

  private static List<double[][]> byReflections(double[][] x, double[][] y, double[] lambdas) {
    int features = x[0].length;
    List<double[][]> all = new ArrayList<>();
    for (double lambda : lambdas) {
      int more = lambda > 0 ? features : 0;
      DMatrixRMaj left = Dense.of(x);
      DMatrixRMaj right = Dense.of(y);
      left.reshape(x.length + more, features, true);
      right.reshape(x.length + more, y[0].length, true);
      for (int j = 0; j < more; j++) {
        left.set(x.length + j, j, Math.sqrt(lambda));
      }
      LinearSolverQrHouseCol_DDRM solver = new LinearSolverQrHouseCol_DDRM();
      if (left.numRows < features || !solver.setA(left) || solver.quality() < 1e-14) {
        throw new IllegalStateException(
            "features depend on each other and lambda = "
                + lambda
                + " is too small. Use a larger"
                + " one, or Ridge.Solver.SVD.");
      }
      DMatrixRMaj solution = new DMatrixRMaj(features, y[0].length);
      solver.solve(right, solution);
      all.add(Dense.transpose(Dense.rows(solution)));
    }
    return all;
  }

  /** {@code W = Yᵀ U s/(s² + λ) Vᵀ}; singular values below rounding are none. */
  private static List<double[][]> bySingularValues(double[][] x, double[][] y, double[] lambdas) {
    Decomposition found = Decomposition.of(x);
    double[] s = found.values();
    int rank = found.rank(x.length, x[0].length);
    double[][] targets = Dense.transpose(y);
    List<double[][]> all = new ArrayList<>();
    for (double lambda : lambdas) {
      double[][] weights = new double[targets.length][x[0].length];
      for (int r = 0; r < rank; r++) {
        double filter = s[r] / (s[r] * s[r] + lambda);
        for (int k = 0; k < targets.length; k++) {
          double share = filter * Dense.dot(found.left()[r], targets[k]);
          for (int j = 0; j < weights[k].length; j++) {
            weights[k][j] += share * found.right()[r][j];
          }
        }
      }
      all.add(weights);
    }
    return all;
  }
}
