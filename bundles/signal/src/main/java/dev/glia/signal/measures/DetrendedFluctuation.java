package dev.glia.signal.measures;

/**
 * Detrended fluctuation analysis (Peng et al. 1994): how the wandering of a signal's sum grows with
 * the length of windows in which a line is taken off.
 */
public final class DetrendedFluctuation {
  private DetrendedFluctuation() {}

  /**
   * The exponent: 0.5 for white noise, 1 for 1/f noise.
   *
   * @param windows lengths in samples, at least two, each at least 4 and at most the signal's
   */
  public static double exponent(double[] signal, int... windows) {
    double[] sizes = new double[windows.length];
    double[] fluctuations = new double[windows.length];
    double[] profile = profile(signal);
    for (int i = 0; i < windows.length; i++) {
      sizes[i] = Math.log(windows[i]);
      fluctuations[i] = Math.log(fluctuation(profile, windows[i]));
    }
    return Line.fit(sizes, fluctuations).slope();
  }

  private static double[] profile(double[] signal) {
    double mean = Moments.mean(signal);
    double[] profile = new double[signal.length];
    double sum = 0;
    for (int i = 0; i < signal.length; i++) {
      sum += signal[i] - mean;
      profile[i] = sum;
    }
    return profile;
  }

  /** Root of the mean squared distance from the lines. */
  private static double fluctuation(double[] profile, int window) {
    if (window < 4 || window > profile.length) {
      throw new IllegalArgumentException(
          "windows of " + window + " of " + profile.length + " samples");
    }
    double middle = (window - 1) / 2.0;
    double spread = window * ((double) window * window - 1) / 12;
    int count = profile.length / window;
    double squares = 0;
    for (int w = 0; w < count; w++) {
      double sum = 0;
      double products = 0;
      for (int i = 0; i < window; i++) {
        sum += profile[w * window + i];
        products += (i - middle) * profile[w * window + i];
      }
      double mean = sum / window;
      double slope = products / spread;
      for (int i = 0; i < window; i++) {
        double off = profile[w * window + i] - mean - slope * (i - middle);
        squares += off * off;
      }
    }
    return Math.sqrt(squares / ((double) count * window));
  }
}
