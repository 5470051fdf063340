package dev.glia.reservoir;

/**
 * Excitation and inhibition that a unit gets, averaged over units and time.
 *
 * @param excitation 0 or above
 * @param inhibition 0 or below
 */
public record Balance(double excitation, double inhibition) {
  /**
   * From the input that each unit gets of each kind.
   *
   * @param excitation one a unit
   * @param inhibition one a unit
   */
  public static Balance of(double[] excitation, double[] inhibition) {
    return new Balance(mean(excitation), mean(inhibition));
  }

  /** Inhibition over excitation, as a positive number: 1 where they cancel. */
  public double ratio() {
    return -inhibition / excitation;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
