package dev.glia.learners.internal;

import java.util.stream.IntStream;
import org.ejml.dense.row.decomposition.svd.SvdImplicitQrDecompose_DDRM;

/**
 * Singular values by size, with their vectors, so that {@code x = Σ left_r · value_r · right_r}.
 * The largest entry of each right vector is positive.
 *
 * @param left a row a singular value, of the samples' length
 * @param right a row a singular value, of the features' length
 */
public record Decomposition(double[][] left, double[] values, double[][] right) {
  /** Decomposes rows; as many values as the shorter side. */
  public static Decomposition of(double[][] x) {
    SvdImplicitQrDecompose_DDRM svd = new SvdImplicitQrDecompose_DDRM(true, true, true, false);
    if (!svd.decompose(Dense.of(x))) {
      throw new IllegalStateException("the singular values weren't found");
    }
    double[] unsorted = svd.getSingularValues();
    double[][] u = Dense.rows(svd.getU(null, true));
    double[][] v = Dense.rows(svd.getV(null, true));
    int count = Math.min(x.length, x[0].length);
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> Double.compare(unsorted[b], unsorted[a]))
            .mapToInt(i -> i)
            .toArray();
    double[][] left = new double[count][];
    double[][] right = new double[count][];
    double[] values = new double[count];
    for (int r = 0; r < count; r++) {
      values[r] = unsorted[order[r]];
      double sign = largest(v[order[r]]) < 0 ? -1 : 1;
      left[r] = times(u[order[r]], sign);
      right[r] = times(v[order[r]], sign);
    }
    return new Decomposition(left, values, right);
  }

  private static double largest(double[] row) {
    double largest = 0;
    for (double each : row) {
      largest = Math.abs(each) > Math.abs(largest) + 1e-12 ? each : largest;
    }
    return largest;
  }

  private static double[] times(double[] row, double factor) {
    double[] product = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      product[j] = row[j] * factor;
    }
    return product;
  }

  /** How many values are more than rounding. */
  public int rank(int rows, int columns) {
    int rank = 0;
    double least = values[0] * Math.max(rows, columns) * Math.ulp(1.0);
    while (rank < values.length && values[rank] > least) {
      rank++;
    }
    return rank;
  }
}
