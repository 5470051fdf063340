package dev.glia.api.equations.internal.solving;

import java.util.Arrays;

/**
 * The matrix PHI(A, t), the integral of exp(A s) over s from 0 to t: what carries a linear system
 * over a step, x + PHI*f(x).
 *
 * <p>The matrix is scaled until a Taylor series of phi1(z) = (exp(z) - 1)/z converges at once, then
 * doubled back by phi1(2z) = (exp(z) + 1)*phi1(z)/2. Before that variables are rescaled, since
 * their units make entries differ by many orders of magnitude.
 */
final class IntegratedExponential {
  private static final int TERMS = 18;
  private static final int MOST_DOUBLINGS = 1100;

  private IntegratedExponential() {}

  /**
   * Computes PHI.
   *
   * @param a square; unchanged
   * @return all NaN if an entry of {@code a} or the result isn't finite
   */
  static double[][] of(double[][] a, double t) {
    int n = a.length;
    if (n == 1) {
      double z = a[0][0] * t;
      return new double[][] {{z == 0 ? t : Math.expm1(z) / a[0][0]}};
    }
    double[] scale = Balance.scales(a, t);
    double[][] z = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        z[i][j] = a[i][j] == 0 ? 0 : a[i][j] * t * scale[j] / scale[i];
      }
    }
    double[][] phi = phi1(z);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        phi[i][j] = phi[i][j] == 0 ? 0 : phi[i][j] * t * scale[i] / scale[j];
      }
    }
    return phi;
  }

  private static double[][] phi1(double[][] z) {
    int n = z.length;
    double norm = norm(z);
    if (!(norm < 0x1p1000)) {
      return filled(n, Double.NaN);
    }
    int doublings = norm <= 0.5 ? 0 : Math.min(MOST_DOUBLINGS, Math.getExponent(norm) + 2);
    double[][] small = scaled(z, Math.scalb(1.0, -doublings));
    double[][] phi = taylor(small);
    double[][] exponential = plusIdentity(product(small, phi));
    for (int i = 0; i < doublings; i++) {
      phi = scaled(product(plusIdentity(exponential), phi), 0.5);
      exponential = product(exponential, exponential);
    }
    return phi;
  }

  /** 1 + z/2*(1 + z/3*(1 + …)). */
  private static double[][] taylor(double[][] z) {
    int n = z.length;
    double[][] sum = plusIdentity(new double[n][n]);
    for (int k = TERMS; k >= 2; k--) {
      sum = plusIdentity(scaled(product(z, sum), 1.0 / k));
    }
    return sum;
  }

  private static double norm(double[][] a) {
    double largest = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double entry : row) {
        sum += Math.abs(entry);
      }
      if (Double.isNaN(sum)) {
        return sum;
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        if (a[i][k] != 0) {
          for (int j = 0; j < n; j++) {
            product[i][j] += a[i][k] * b[k][j];
          }
        }
      }
    }
    return product;
  }

  private static double[][] scaled(double[][] a, double factor) {
    double[][] scaled = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        scaled[i][j] = a[i][j] * factor;
      }
    }
    return scaled;
  }

  private static double[][] plusIdentity(double[][] a) {
    double[][] sum = scaled(a, 1);
    for (int i = 0; i < a.length; i++) {
      sum[i][i] += 1;
    }
    return sum;
  }

  private static double[][] filled(int n, double value) {
    double[][] filled = new double[n][n];
    for (double[] row : filled) {
      Arrays.fill(row, value);
    }
    return filled;
  }
}
