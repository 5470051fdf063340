package dev.glia.signal.spectra;

import java.util.Arrays;

/**
 * Spectra of two signals and between them, by Welch's method, one-sided.
 *
 * @param first density of the first signal, {@code second} of the second
 * @param real part of the mean of {@code conj(X) Y}, {@code imaginary} its other part
 */
public record CrossSpectrum(
    double[] hz, double[] first, double[] second, double[] real, double[] imaginary) {

  /**
   * Of two signals of one length.
   *
   * @param piece samples of a piece, at most the signal's
   * @param overlap samples that neighboring pieces share, fewer than a piece's
   */
  public static CrossSpectrum of(double[] x, double[] y, double rate, int piece, int overlap) {
    if (x.length != y.length || piece < 1 || piece > x.length || overlap >= piece || overlap < 0) {
      throw new IllegalArgumentException(
          "pieces of " + piece + ", overlapping by " + overlap + ", of " + x.length + " samples");
    }
    double[] window = hann(piece);
    double scale = 1 / (rate * Arrays.stream(window).map(w -> w * w).sum());
    int half = piece / 2 + 1;
    double[][] sums = new double[4][half];
    int count = 0;
    for (int from = 0; from + piece <= x.length; from += piece - overlap) {
      double[][] a = transformed(x, from, window);
      double[][] b = x == y ? a : transformed(y, from, window);
      for (int k = 0; k < half; k++) {
        sums[0][k] += a[0][k] * a[0][k] + a[1][k] * a[1][k];
        sums[1][k] += b[0][k] * b[0][k] + b[1][k] * b[1][k];
        sums[2][k] += a[0][k] * b[0][k] + a[1][k] * b[1][k];
        sums[3][k] += a[0][k] * b[1][k] - a[1][k] * b[0][k];
      }
      count++;
    }
    for (double[] sum : sums) {
      for (int k = 0; k < half; k++) {
        sum[k] *= scale * Spectrum.sides(k, piece) / count;
      }
    }
    return new CrossSpectrum(Spectrum.frequencies(piece, rate), sums[0], sums[1], sums[2], sums[3]);
  }

  private static double[] hann(int length) {
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = length == 1 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
    }
    return window;
  }

  private static double[][] transformed(double[] signal, int from, double[] window) {
    double mean = 0;
    for (int i = 0; i < window.length; i++) {
      mean += signal[from + i] / window.length;
    }
    double[] real = new double[window.length];
    double[] imaginary = new double[window.length];
    for (int i = 0; i < window.length; i++) {
      real[i] = (signal[from + i] - mean) * window[i];
    }
    Fourier.forward(real, imaginary);
    return new double[][] {real, imaginary};
  }

  /** Magnitude-squared coherence at each frequency, 0 to 1; NaN where either signal is silent. */
  public double[] coherence() {
    double[] coherence = new double[hz.length];
    for (int k = 0; k < hz.length; k++) {
      coherence[k] = (real[k] * real[k] + imaginary[k] * imaginary[k]) / (first[k] * second[k]);
    }
    return coherence;
  }

  /** The imaginary part of coherency, -1 to 1: what no conduction without delay can make. */
  public double[] imaginaryCoherency() {
    double[] coherency = new double[hz.length];
    for (int k = 0; k < hz.length; k++) {
      coherency[k] = imaginary[k] / Math.sqrt(first[k] * second[k]);
    }
    return coherency;
  }
}
