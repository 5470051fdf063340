package dev.glia.learners.regression;

import dev.glia.learners.internal.Shapes;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * The sums that ridge regression needs, gathered sample by sample: samples needn't be kept, and any
 * number of penalties costs one pass over them. Memory goes by the square of the features.
 *
 * <p>{@code (XᵀX + λI) Wᵀ = XᵀY}, solved by Cholesky's decomposition. Squaring halves the digits:
 * where {@code λ} is below {@code 1e-13} times the largest sum of squares, {@link Ridge.Solver#QR}
 * is the safer way. Not safe for use by several threads.
 */
public final class NormalEquations {
  private static final int BATCH = 4;

  private final int features;
  private final int outputs;
  private final int width; // features and one that is always 1
  private final double[] gram; // width × width, upper triangle
  private final double[] cross; // width × outputs
  private final double[][] rows = new double[BATCH][];
  private final double[][] targets = new double[BATCH][];
  private int waiting;
  private long samples;

  public NormalEquations(int features, int outputs) {
    if (features < 1 || outputs < 1) {
      throw new IllegalArgumentException(features + " features, " + outputs + " outputs");
    }
    this.features = features;
    this.outputs = outputs;
    width = features + 1;
    gram = new double[Math.multiplyExact(width, width)];
    cross = new double[Math.multiplyExact(width, outputs)];
    for (int b = 0; b < BATCH; b++) {
      rows[b] = new double[width];
      targets[b] = new double[outputs];
    }
  }

  /** Samples so far. */
  public long samples() {
    return samples;
  }

  /**
   * Takes a sample; the arrays stay the caller's.
   *
   * @throws IllegalArgumentException if a length is wrong or a number isn't finite
   */
  public void add(double[] x, double[] y) {
    Shapes.vector("x", x, features);
    Shapes.vector("y", y, outputs);
    System.arraycopy(x, 0, rows[waiting], 0, features);
    rows[waiting][features] = 1;
    System.arraycopy(y, 0, targets[waiting], 0, outputs);
    samples++;
    if (++waiting == BATCH) {
      gather();
    }
  }

  /** Takes samples, a row each. */
  public void add(double[][] x, double[][] y) {
    Shapes.samples("y", y.length, x.length);
    for (int i = 0; i < x.length; i++) {
      add(x[i], y[i]);
    }
  }

  /** Four samples at once: a quarter of the traffic to the large matrix. */
  private void gather() {
    for (int b = waiting; b < BATCH; b++) {
      Arrays.fill(rows[b], 0);
      Arrays.fill(targets[b], 0);
    }
    waiting = 0;
    for (int i = 0; i < width; i++) {
      double x0 = rows[0][i];
      double x1 = rows[1][i];
      double x2 = rows[2][i];
      double x3 = rows[3][i];
      accumulate(gram, i * width, i, width, rows, x0, x1, x2, x3);
      accumulate(cross, i * outputs, 0, outputs, targets, x0, x1, x2, x3);
    }
  }

  private static void accumulate(
      double[] sums,
      int at,
      int from,
      int until,
      double[][] of,
      double x0,
      double x1,
      double x2,
      double x3) {
    double[] r0 = of[0];
    double[] r1 = of[1];
    double[] r2 = of[2];
    double[] r3 = of[3];
    for (int j = from; j < until; j++) {
      sums[at + j] += x0 * r0[j] + x1 * r1[j] + x2 * r2[j] + x3 * r3[j];
    }
  }

  /**
   * The fit with least {@code Σ|y - Wx - b|² + λ|W|²}; with {@link Bias#PENALIZED}, also {@code
   * λ|b|²}.
   *
   * @param lambda 0 or more
   * @throws IllegalStateException if there are no samples, or if features depend on each other and
   *     {@code lambda} is too small to decide between them
   */
  public LinearModel solve(double lambda, Bias bias) {
    if (!(lambda >= 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException("lambda is 0 or more, given " + lambda);
    }
    if (samples == 0) {
      throw new IllegalStateException("there's no sample to fit");
    }
    gather();
    int size = bias == Bias.NONE ? features : width;
    DMatrixRMaj solution = new DMatrixRMaj(size, outputs);
    var solver = new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
    if (!solver.setA(penalized(size, lambda, bias))) {
      throw new IllegalStateException(
          "features depend on each other and lambda = "
              + lambda
              + " is too small. Use a larger"
              + " one, or Ridge.Solver.SVD.");
    }
    solver.solve(
        new DMatrixRMaj(size, outputs, true, Arrays.copyOf(cross, size * outputs)), solution);
    return model(solution.data);
  }

  private DMatrixRMaj penalized(int size, double lambda, Bias bias) {
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        matrix.data[i * size + j] = matrix.data[j * size + i] = gram[i * width + j];
      }
      boolean costs = i < features || bias == Bias.PENALIZED;
      matrix.data[i * size + i] += costs ? lambda : 0;
    }
    return matrix;
  }

  /** From a row a feature to a row an output. */
  private LinearModel model(double[] solution) {
    double[][] weights = new double[outputs][features];
    double[] bias = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      for (int j = 0; j < features; j++) {
        weights[k][j] = solution[j * outputs + k];
      }
      int last = features * outputs + k;
      bias[k] = last < solution.length ? solution[last] : 0;
    }
    return new LinearModel(weights, bias);
  }
}
