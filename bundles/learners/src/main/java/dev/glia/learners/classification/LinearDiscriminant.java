package dev.glia.learners.classification;

import dev.glia.learners.internal.Dense;
import dev.glia.learners.internal.Shapes;
import dev.glia.learners.regression.LinearModel;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * Linear discriminant analysis: classes are normal with one covariance S (Fisher 1936,
 * doi:10.1111/j.1469-1809.1936.tb02137.x). A sample's scores are {@code m_kᵀS⁻¹x - m_kᵀS⁻¹m_k/2 +
 * log(share of k)}; the largest is its class.
 *
 * <p>With few samples S is drawn towards a multiple of the identity: {@code (1-γ)S + γ·trace(S)/d}.
 * S is the sum of squares around the class means over the number of samples.
 */
public final class LinearDiscriminant {
  private LinearDiscriminant() {}

  /**
   * Fits with the γ that Ledoit and Wolf (2004, doi:10.1016/S0047-259X(03)00096-4) estimate from
   * the samples around their class means.
   */
  public static LinearModel fit(double[][] x, int[] labels) {
    check(x, labels);
    double[][] means = means(x, labels);
    double[][] around = around(x, labels, means);
    DMatrixRMaj covariance = covariance(around);
    return model(x, labels, means, covariance, ledoitWolf(around, covariance));
  }

  /**
   * Fits with a given γ.
   *
   * @param shrinkage in [0, 1]
   * @throws IllegalStateException if the covariance has no inverse: then shrink it
   */
  public static LinearModel fit(double[][] x, int[] labels, double shrinkage) {
    check(x, labels);
    if (!(shrinkage >= 0 && shrinkage <= 1)) {
      throw new IllegalArgumentException("shrinkage is in [0, 1], given " + shrinkage);
    }
    double[][] means = means(x, labels);
    return model(x, labels, means, covariance(around(x, labels, means)), shrinkage);
  }

  private static void check(double[][] x, int[] labels) {
    Shapes.samples("labels", labels.length, x.length);
    Shapes.matrix("x", x);
    Shapes.classes(labels);
  }

  private static int[] counts(int[] labels) {
    int[] counts = new int[Shapes.classes(labels)];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  private static double[][] means(double[][] x, int[] labels) {
    int[] counts = counts(labels);
    double[][] means = new double[counts.length][x[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        means[labels[i]][j] += x[i][j] / counts[labels[i]];
      }
    }
    return means;
  }

  private static double[][] around(double[][] x, int[] labels, double[][] means) {
    double[][] around = new double[x.length][x[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        around[i][j] = x[i][j] - means[labels[i]][j];
      }
    }
    return around;
  }

  private static DMatrixRMaj covariance(double[][] around) {
    int d = around[0].length;
    DMatrixRMaj covariance = new DMatrixRMaj(d, d);
    for (double[] row : around) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          covariance.data[i * d + j] += row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < d * d; i++) {
      covariance.data[i] /= around.length;
    }
    return covariance;
  }

  /** min(b², d²)/d²: b² is the mean square error of S, d² how far it is from a sphere. */
  private static double ledoitWolf(double[][] around, DMatrixRMaj s) {
    int d = s.numRows;
    double sphere = trace(s) / d;
    double far = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double off = s.get(i, j) - (i == j ? sphere : 0);
        far += off * off;
      }
    }
    double error = 0;
    for (double[] row : around) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          double off = row[i] * row[j] - s.get(i, j);
          error += off * off;
        }
      }
    }
    error /= (double) around.length * around.length;
    return far > 0 ? Math.min(error, far) / far : 0;
  }

  private static double trace(DMatrixRMaj s) {
    double trace = 0;
    for (int i = 0; i < s.numRows; i++) {
      trace += s.get(i, i);
    }
    return trace;
  }

  private static LinearModel model(
      double[][] x, int[] labels, double[][] means, DMatrixRMaj covariance, double shrinkage) {
    int d = covariance.numRows;
    double sphere = trace(covariance) / d;
    for (int i = 0; i < d * d; i++) {
      covariance.data[i] *= 1 - shrinkage;
    }
    for (int i = 0; i < d; i++) {
      covariance.data[i * d + i] += shrinkage * sphere;
    }
    var solver = new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
    if (!solver.setA(covariance)) {
      throw new IllegalStateException(
          "the covariance of the features has no inverse. Use a shrinkage above 0.");
    }
    DMatrixRMaj solution = new DMatrixRMaj(d, means.length);
    solver.solve(Dense.of(Dense.transpose(means)), solution);
    double[][] weights = Dense.transpose(Dense.rows(solution));
    int[] counts = counts(labels);
    double[] bias = new double[means.length];
    for (int k = 0; k < bias.length; k++) {
      double share = (double) Math.max(counts[k], Double.MIN_NORMAL) / x.length;
      bias[k] = StrictMath.log(share) - Dense.dot(weights[k], means[k]) / 2;
    }
    return new LinearModel(weights, bias);
  }
}
