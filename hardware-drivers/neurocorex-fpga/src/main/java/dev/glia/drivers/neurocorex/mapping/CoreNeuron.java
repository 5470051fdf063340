package dev.glia.drivers.neurocorex.mapping;

import dev.glia.drivers.neurocorex.core.Fixed;

/**
 * A neuron in the core's numbers: {@code u = v + bias; spikes if u >= threshold; v = u - leak +
 * input}. All are multiples of 1/1024 of the core's unit, given as integers.
 *
 * @param membrane the variable that is v
 * @param compared the variable that is u; empty if there's none
 * @param comparedOffset what the core's u has more than that variable
 * @param threshold first value of u that spikes
 * @param leak subtracted in every step
 * @param bias added before the comparison
 * @param refractory steps without spikes after one
 * @param thresholdError what rounding took, in the core's unit
 * @param leakError likewise, of leak less bias
 */
public record CoreNeuron(
    String membrane,
    String compared,
    int comparedOffset,
    int threshold,
    int leak,
    int bias,
    int refractory,
    double thresholdError,
    double leakError) {

  /** The nearest number of the core. */
  public static int nearest(double value) {
    return (int) Math.floor(value * Fixed.ONE + 0.5);
  }

  /** The number in the core's unit. */
  public static double value(int fixed) {
    return (double) fixed / Fixed.ONE;
  }

  /** Adds to leak and bias alike, which changes nothing but where sums saturate. */
  public CoreNeuron withLeak(int core) {
    int more = core - leak;
    return new CoreNeuron(
        membrane,
        compared,
        comparedOffset + more,
        threshold + more,
        core,
        bias + more,
        refractory,
        thresholdError,
        leakError);
  }
}
