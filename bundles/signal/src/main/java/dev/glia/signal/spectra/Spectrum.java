package dev.glia.signal.spectra;

import java.util.Arrays;

/**
 * A one-sided power spectral density.
 *
 * @param hz ascending, evenly spaced from 0 on
 * @param density power a hertz, in the square of the signal's unit
 */
public record Spectrum(double[] hz, double[] density) {
  /**
   * By Welch's method: periodograms of overlapping pieces, each without its mean and under a
   * (periodic) Hann window, are averaged.
   *
   * @param piece samples of a piece, at most the signal's
   * @param overlap samples that neighboring pieces share
   */
  public static Spectrum welch(double[] signal, double rate, int piece, int overlap) {
    CrossSpectrum cross = CrossSpectrum.of(signal, signal, rate, piece, overlap);
    return new Spectrum(cross.hz(), cross.first());
  }

  /**
   * By Thomson's multitaper method: periodograms under orthogonal tapers are averaged. The signal's
   * mean is taken off.
   *
   * @param bandwidth time–bandwidth product NW; the {@code 2 NW - 1} best tapers are used
   */
  public static Spectrum multitaper(double[] signal, double rate, double bandwidth) {
    int count = Math.max(1, (int) Math.floor(2 * bandwidth - 1));
    double[][] tapers = SlepianTapers.of(signal.length, bandwidth, count);
    double mean = Arrays.stream(signal).average().orElse(0);
    double[] density = new double[signal.length / 2 + 1];
    double[] tapered = new double[signal.length];
    for (double[] taper : tapers) {
      for (int i = 0; i < signal.length; i++) {
        tapered[i] = (signal[i] - mean) * taper[i];
      }
      double[] powers = Fourier.powers(tapered);
      for (int k = 0; k < density.length; k++) {
        density[k] += powers[k] * sides(k, signal.length) / (rate * count);
      }
    }
    return new Spectrum(frequencies(signal.length, rate), density);
  }

  /** Power of negative frequencies is counted with that of the positive ones. */
  static int sides(int k, int length) {
    return k == 0 || 2 * k == length ? 1 : 2;
  }

  static double[] frequencies(int length, double rate) {
    double[] hz = new double[length / 2 + 1];
    for (int k = 0; k < hz.length; k++) {
      hz[k] = k * rate / length;
    }
    return hz;
  }

  /** Power from one frequency to another, both within: the sum of densities times their width. */
  public double power(double fromHz, double toHz) {
    double sum = 0;
    for (int k = 0; k < hz.length; k++) {
      if (hz[k] >= fromHz && hz[k] <= toHz) {
        sum += density[k];
      }
    }
    return hz.length < 2 ? sum : sum * (hz[1] - hz[0]);
  }

  /** The part between two frequencies, both within. */
  public Spectrum between(double fromHz, double toHz) {
    int from = 0;
    while (from < hz.length && hz[from] < fromHz) {
      from++;
    }
    int to = from;
    while (to < hz.length && hz[to] <= toHz) {
      to++;
    }
    return new Spectrum(Arrays.copyOfRange(hz, from, to), Arrays.copyOfRange(density, from, to));
  }

  /** The frequency with most power. */
  public double peak() {
    int best = 0;
    for (int k = 1; k < density.length; k++) {
      best = density[k] > density[best] ? k : best;
    }
    return hz[best];
  }
}
