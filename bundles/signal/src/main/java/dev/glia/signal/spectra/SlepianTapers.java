package dev.glia.signal.spectra;

/**
 * Discrete prolate spheroidal sequences: the tapers of unit energy with most of it within a band.
 * They're eigenvectors of a tridiagonal matrix (Slepian 1978); the largest eigenvalues are found by
 * bisection on Sturm counts, the vectors by inverse iteration.
 */
public final class SlepianTapers {
  private final double[] diagonal;
  private final double[] beside;

  private SlepianTapers(int length, double bandwidth) {
    double cosine = Math.cos(2 * Math.PI * bandwidth / length);
    diagonal = new double[length];
    beside = new double[length];
    for (int i = 0; i < length; i++) {
      double middle = (length - 1 - 2.0 * i) / 2;
      diagonal[i] = middle * middle * cosine;
      beside[i] = i * (double) (length - i) / 2; // between i - 1 and i
    }
  }

  /**
   * The best tapers, best first: even ones have a positive mean, odd ones begin positive.
   *
   * @param bandwidth time–bandwidth product NW, 0.5 to half the length
   * @param count how many, at most the length
   */
  public static double[][] of(int length, double bandwidth, int count) {
    if (length < 1 || !(bandwidth > 0) || bandwidth >= length / 2.0 || count > length) {
      throw new IllegalArgumentException(
          count + " tapers of " + length + " samples with NW " + bandwidth);
    }
    SlepianTapers matrix = new SlepianTapers(length, bandwidth);
    double[][] tapers = new double[count][];
    for (int k = 0; k < count; k++) {
      tapers[k] = matrix.vector(matrix.eigenvalue(k), k);
    }
    return tapers;
  }

  /** The k-th largest. */
  private double eigenvalue(int k) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int n = diagonal.length;
    for (int i = 0; i < n; i++) {
      double radius = beside[i] + (i + 1 < n ? beside[i + 1] : 0);
      low = Math.min(low, diagonal[i] - radius);
      high = Math.max(high, diagonal[i] + radius);
    }
    for (int i = 0;
        i < 200 && high - low > Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
        i++) {
      double middle = 0.5 * (low + high);
      if (above(middle) > k) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** Eigenvalues above a number. */
  private int above(double number) {
    int count = 0;
    double pivot = 1;
    for (int i = 0; i < diagonal.length; i++) {
      pivot = diagonal[i] - number - (i == 0 ? 0 : beside[i] * beside[i] / pivot);
      if (pivot == 0) {
        pivot = -1e-300;
      }
      if (pivot > 0) {
        count++;
      }
    }
    return count;
  }

  private double[] vector(double eigenvalue, int k) {
    int n = diagonal.length;
    double[] vector = new double[n];
    for (int i = 0; i < n; i++) {
      // Of the vector's parity, so that no other one close by gets in.
      vector[i] = k % 2 == 0 ? 1 + 0.1 * Math.cos(i - (n - 1) / 2.0) : i - (n - 1) / 2.0;
    }
    double nudged = eigenvalue + Math.abs(eigenvalue) * 1e-13;
    for (int round = 0; round < 4; round++) {
      solve(nudged, vector);
      double norm = 0;
      for (double value : vector) {
        norm += value * value;
      }
      for (int i = 0; i < n; i++) {
        vector[i] /= Math.sqrt(norm);
      }
    }
    double sign = 0;
    for (int i = 0; i < n; i++) {
      sign += k % 2 == 0 ? vector[i] : vector[i] * ((n - 1) / 2.0 - i);
    }
    for (int i = 0; i < n; i++) {
      vector[i] = sign < 0 ? -vector[i] : vector[i];
    }
    return vector;
  }

  /** Solves {@code (A - number) x = vector}, with partial pivoting, in place. */
  private void solve(double number, double[] vector) {
    int n = diagonal.length;
    double[] main = new double[n];
    double[] upper = new double[n];
    double[] second = new double[n];
    double rowMain = diagonal[0] - number;
    double rowUpper = n > 1 ? beside[1] : 0;
    for (int i = 0; i < n - 1; i++) {
      double below = beside[i + 1];
      double nextMain = diagonal[i + 1] - number;
      double nextUpper = i + 2 < n ? beside[i + 2] : 0;
      if (Math.abs(rowMain) >= Math.abs(below)) {
        double factor = below / (rowMain == 0 ? 1e-300 : rowMain);
        main[i] = rowMain == 0 ? 1e-300 : rowMain;
        upper[i] = rowUpper;
        rowMain = nextMain - factor * rowUpper;
        rowUpper = nextUpper;
        vector[i + 1] -= factor * vector[i];
      } else {
        double factor = rowMain / below;
        main[i] = below;
        upper[i] = nextMain;
        second[i] = nextUpper;
        rowMain = rowUpper - factor * nextMain;
        rowUpper = -factor * nextUpper;
        double kept = vector[i];
        vector[i] = vector[i + 1];
        vector[i + 1] = kept - factor * vector[i];
      }
    }
    main[n - 1] = rowMain == 0 ? 1e-300 : rowMain;
    for (int i = n - 1; i >= 0; i--) {
      double sum = vector[i];
      sum -= i + 1 < n ? upper[i] * vector[i + 1] : 0;
      sum -= i + 2 < n ? second[i] * vector[i + 2] : 0;
      vector[i] = sum / main[i];
    }
  }
}
