package dev.glia.signal.measures;

/** How far an amplitude follows a phase. */
public final class PhaseAmplitudeCoupling {
  private PhaseAmplitudeCoupling() {}

  /**
   * Modulation index (Tort et al. 2010), 0 to 1: how far the mean amplitudes by phase are from
   * even, {@code 1 + Σ p ln p / ln bins}.
   *
   * <p>The amplitude's band must be at least twice as wide as the phase's frequency on each side,
   * or it can't hold the modulation.
   *
   * @param phase from -π to π
   * @param bins usually 18
   */
  public static double modulationIndex(double[] phase, double[] amplitude, int bins) {
    double[] sums = new double[bins];
    int[] counts = new int[bins];
    for (int i = 0; i < phase.length; i++) {
      int bin = (int) ((phase[i] + Math.PI) / (2 * Math.PI) * bins);
      bin = Math.clamp(bin, 0, bins - 1);
      sums[bin] += amplitude[i];
      counts[bin]++;
    }
    double total = 0;
    for (int b = 0; b < bins; b++) {
      sums[b] = counts[b] == 0 ? 0 : sums[b] / counts[b];
      total += sums[b];
    }
    double entropy = 0;
    for (double mean : sums) {
      double p = mean / total;
      entropy += p > 0 ? p * Math.log(p) : 0;
    }
    return total > 0 ? 1 + entropy / Math.log(bins) : 0;
  }
}
