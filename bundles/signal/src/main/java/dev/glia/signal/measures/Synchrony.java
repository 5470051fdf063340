package dev.glia.signal.measures;

import dev.glia.signal.spectra.AnalyticSignal;

/** How far two signals of one band keep their phases. Signals have one length. */
public final class Synchrony {
  private Synchrony() {}

  /** Phase-locking value, 0 to 1: the length of the mean of {@code exp(i (φa - φb))}. */
  public static double phaseLocking(AnalyticSignal a, AnalyticSignal b) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < a.real().length; i++) {
      double re = a.real()[i] * b.real()[i] + a.imaginary()[i] * b.imaginary()[i];
      double im = a.imaginary()[i] * b.real()[i] - a.real()[i] * b.imaginary()[i];
      double norm = Math.sqrt(re * re + im * im);
      if (norm > 0) {
        real += re / norm;
        imaginary += im / norm;
      }
    }
    return Math.hypot(real, imaginary) / a.real().length;
  }

  /**
   * Weighted phase-lag index, 0 to 1 (Vinck et al. 2011): blind for what two sensors see of one
   * source at once.
   */
  public static double weightedPhaseLag(AnalyticSignal a, AnalyticSignal b) {
    double sum = 0;
    double sizes = 0;
    for (int i = 0; i < a.real().length; i++) {
      double im = a.imaginary()[i] * b.real()[i] - a.real()[i] * b.imaginary()[i];
      sum += im;
      sizes += Math.abs(im);
    }
    return sizes == 0 ? 0 : Math.abs(sum) / sizes;
  }
}
