package dev.glia.reservoir;

/**
 * Brings sigmoid units to their target rates at once: the inhibition of each is scaled so that the
 * logistic function of its mean input is its target, if the others keep their rates. They don't, so
 * one step comes near only; repeat it with newly measured rates.
 */
public final class OneStepHomeostasis {
  private OneStepHomeostasis() {}

  /**
   * The scaled inhibitory weights.
   *
   * @param rates mean rate of each unit
   * @param drive mean of all other input of each unit, of its bias too
   * @param targets rates in (0, 1)
   */
  public static float[] weights(
      Coupling excitatory, Coupling inhibitory, double[] rates, double[] drive, double[] targets) {
    double[] excitation = excitatory.inputs(rates);
    double[] inhibition = inhibitory.inputs(rates);
    double[] factors = new double[targets.length];
    for (int i = 0; i < factors.length; i++) {
      double wanted = Math.log(targets[i] / (1 - targets[i])) - excitation[i] - drive[i];
      factors[i] = inhibition[i] < 0 ? Math.max(0, wanted / inhibition[i]) : 1;
    }
    return inhibitory.scaled(factors);
  }
}
