package dev.glia.studies.theory.sdr;

/**
 * How often a dendritic segment errs that spikes if at least {@code threshold} of its {@code
 * synapses} are on active cells: exact hypergeometric tails (arXiv:1601.00720). Logarithms are
 * natural; minus infinity is an error that can't happen.
 */
public final class SdrErrors {
  private SdrErrors() {}

  /** ln of the chance that {@code active} random cells of {@code cells} make the segment spike. */
  public static double logFalsePositive(int cells, int active, int synapses, int threshold) {
    return Binomials.logTail(cells, synapses, active, threshold);
  }

  /** The same as a probability; 0 below 1e-308. */
  public static double falsePositive(int cells, int active, int synapses, int threshold) {
    return Math.exp(logFalsePositive(cells, active, synapses, threshold));
  }

  /**
   * The chance that a segment misses the pattern that it has learned.
   *
   * @param active cells of the pattern
   * @param synapses all on those cells, so no more than them
   * @param dropped how many of the pattern's cells are silent, at random
   */
  public static double falseNegative(int active, int synapses, int threshold, int dropped) {
    return Math.exp(Binomials.logTail(active, synapses, dropped, synapses - threshold + 1));
  }

  /** Expected number of distinct cells in a union of sets of {@code each} random cells. */
  public static double union(int cells, int each, int sets) {
    return -cells * Math.expm1(sets * Math.log1p(-(double) each / cells));
  }

  /**
   * The chance that random cells make a segment spike that has learned several patterns. It takes
   * the expected number of distinct synapses for their number, so it's a little off when many
   * patterns share synapses.
   *
   * @param synapses for each pattern
   */
  public static double falsePositiveOfUnion(
      int cells, int active, int synapses, int threshold, int patterns) {
    double expected = union(cells, synapses, patterns);
    int below = (int) Math.floor(expected);
    double low = falsePositive(cells, active, below, threshold);
    double high = falsePositive(cells, active, Math.min(below + 1, cells), threshold);
    return low + (expected - below) * (high - low);
  }

  /** The chance that at least one of several independent segments errs, each with this chance. */
  public static double any(double chance, int segments) {
    return -Math.expm1(segments * Math.log1p(-chance));
  }
}
