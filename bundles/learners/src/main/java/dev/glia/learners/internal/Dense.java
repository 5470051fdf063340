package dev.glia.learners.internal;

import org.ejml.data.DMatrixRMaj;

/** Rows as they are given, and the library's matrices. */
public final class Dense {
  private Dense() {}

  /** A copy of the rows. */
  public static DMatrixRMaj of(double[][] rows) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows.length, rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, matrix.data, i * matrix.numCols, matrix.numCols);
    }
    return matrix;
  }

  public static double[][] rows(DMatrixRMaj matrix) {
    double[][] rows = new double[matrix.numRows][matrix.numCols];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(matrix.data, i * matrix.numCols, rows[i], 0, matrix.numCols);
    }
    return rows;
  }

  public static double[][] transpose(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Means of the columns of some rows. */
  public static double[] means(double[][] rows) {
    double[] means = new double[rows[0].length];
    for (double[] row : rows) {
      for (int j = 0; j < means.length; j++) {
        means[j] += row[j];
      }
    }
    for (int j = 0; j < means.length; j++) {
      means[j] /= rows.length;
    }
    return means;
  }

  /** The rows less what is given. */
  public static double[][] minus(double[][] rows, double[] what) {
    double[][] less = new double[rows.length][what.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < what.length; j++) {
        less[i][j] = rows[i][j] - what[j];
      }
    }
    return less;
  }
}
