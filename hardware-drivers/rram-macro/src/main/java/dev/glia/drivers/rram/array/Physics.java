package dev.glia.drivers.rram.array;

import dev.glia.v1.ArrayPhysics;

/**
 * The constants of a die, in SI units. Conductances as formed and the noise of reading are those
 * that the study's card infers for the 40 nm macro of arXiv:2307.00771; the noise of programming is
 * the polynomial that IBM's aihwkit fits to resistive memory. The others are assumptions, marked in
 * {@link #DEFAULT}.
 *
 * @param formingMean mean conductance as formed, before the limit
 * @param formingDeviation its standard deviation over cells
 * @param formingLeast the limit below
 * @param readNoise standard deviation of a cell at each access, relative to its conductance
 * @param stuckOff share of cells without conductance
 * @param stuckOn share of cells that conduct {@link #STUCK_ON}
 * @param drift exponent of the power law of time, mean over cells
 * @param driftDeviation its standard deviation over cells
 * @param lineOhms of a line from one cell to the next
 * @param inputBits of an input's code, 1 to 8
 * @param adcBits of a column's converter, 1 to 24; 0 for one without steps, errors and limit
 * @param fullScale largest current that the converter tells apart, in amperes
 * @param programmingNoise factor on the polynomial
 */
public record Physics(
    double formingMean,
    double formingDeviation,
    double formingLeast,
    double readNoise,
    double stuckOff,
    double stuckOn,
    double drift,
    double driftDeviation,
    double lineOhms,
    int inputBits,
    int adcBits,
    double fullScale,
    double programmingNoise) {
  /** Of the polynomial, and the largest conductance that cells are programmed to. */
  public static final double PROGRAMMABLE = 40e-6;

  /** An assumption: a filament that can't be broken any more. */
  public static final double STUCK_ON = 120e-6;

  /** Usual for reading such cells without disturbing them. */
  public static final double READ_VOLTS = 0.2;

  /** Assumptions: 1 % of read noise, 0.1 % of cells stuck off, drift, lines, converters. */
  public static final Physics DEFAULT =
      new Physics(60e-6, 14e-6, 1e-6, 0.01, 1e-3, 0, 1e-3, 5e-4, 0.05, 1, 14, 2e-3, 1);

  /**
   * Makes sure that a die can be like this: the numbers come from outside.
   *
   * @throws IllegalArgumentException naming what can't be
   */
  public Physics {
    within("formingMean", formingMean, 0, 1e-3);
    within("formingDeviation", formingDeviation, 0, 1e-3);
    within("formingLeast", formingLeast, 0, 1e-3);
    within("readNoise", readNoise, 0, 1);
    within("stuckOff", stuckOff, 0, 1);
    within("stuckOn", stuckOn, 0, 1 - stuckOff);
    within("drift", drift, -1, 1);
    within("driftDeviation", driftDeviation, 0, 1);
    within("lineOhms", lineOhms, 0, 100);
    within("inputBits", inputBits, 1, 8);
    within("adcBits", adcBits, 0, 24);
    within("fullScale", fullScale, 1e-9, 1);
    within("programmingNoise", programmingNoise, 0, 100);
  }

  private static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) { // not NaN either
      throw new IllegalArgumentException(
          name + " must be within " + low + " to " + high + ", given " + value);
    }
  }

  /** Standard deviation of a cell a second after it was programmed, in siemens. */
  public double programmingDeviation(double siemens) {
    double g = siemens / PROGRAMMABLE;
    double micro = 0.348 + g * (16.030 + g * (-43.853 + g * (45.393 - g * 16.815)));
    return programmingNoise * micro * 1e-6;
  }

  public static Physics of(ArrayPhysics message) {
    return new Physics(
        message.getFormingMeanSiemens(),
        message.getFormingDeviationSiemens(),
        message.getFormingLeastSiemens(),
        message.getReadNoise(),
        message.getStuckOff(),
        message.getStuckOn(),
        message.getDrift(),
        message.getDriftDeviation(),
        message.getLineOhms(),
        message.getInputBits(),
        message.getAdcBits(),
        message.getFullScaleAmperes(),
        message.getProgrammingNoise());
  }

  public ArrayPhysics message() {
    return ArrayPhysics.newBuilder()
        .setFormingMeanSiemens(formingMean)
        .setFormingDeviationSiemens(formingDeviation)
        .setFormingLeastSiemens(formingLeast)
        .setReadNoise(readNoise)
        .setStuckOff(stuckOff)
        .setStuckOn(stuckOn)
        .setDrift(drift)
        .setDriftDeviation(driftDeviation)
        .setLineOhms(lineOhms)
        .setInputBits(inputBits)
        .setAdcBits(adcBits)
        .setFullScaleAmperes(fullScale)
        .setProgrammingNoise(programmingNoise)
        .build();
  }
}
