package dev.glia.drivers.rram.array;

import dev.glia.api.random.RandomStream;

/**
 * The analog-to-digital converters: column c is read by converter {@code c % CHANNELS}, a group of
 * neighbouring columns at a time. Each has an offset and a gain of its own, which a calibration
 * corrects.
 */
final class Converters {
  /** An assumption: how many columns are converted at once. */
  static final int CHANNELS = 16;

  /** Some steps below zero are there as well, so that an offset can be seen. */
  private static final double LEAST_STEPS = -64;

  private static final double OFFSET_STEPS = 2;
  private static final double GAIN_DEVIATION = 2e-3;

  private final Physics physics;
  private final double step;
  private final double stepsPerAmpere;
  private final double most;
  private final double[] offset = new double[CHANNELS];
  private final double[] gain = new double[CHANNELS];
  private final double[] correctedOffset = new double[CHANNELS];
  private final double[] correctedGain = new double[CHANNELS];
  private final double[] correction = new double[CHANNELS];
  private long clipped;

  Converters(long seed, Physics physics) {
    this.physics = physics;
    most = 1L << physics.adcBits();
    step = physics.fullScale() / most;
    stepsPerAmpere = 1 / step;
    RandomStream random = new RandomStream(seed, "rram/converters", 0);
    for (int c = 0; c < CHANNELS; c++) {
      offset[c] = physics.adcBits() == 0 ? 0 : OFFSET_STEPS * step * random.nextNormal();
      gain[c] = physics.adcBits() == 0 ? 1 : 1 + GAIN_DEVIATION * random.nextNormal();
      correctedGain[c] = 1;
      correction[c] = 1;
    }
  }

  /** What is read of a column's current: in whole steps, corrected by the calibration. */
  double read(int column, double amperes) {
    if (physics.adcBits() == 0) {
      return amperes;
    }
    int channel = column % CHANNELS;
    return (raw(channel, amperes) - correctedOffset[channel]) * correction[channel];
  }

  private double raw(int channel, double amperes) {
    double steps = Math.rint((gain[channel] * amperes + offset[channel]) * stepsPerAmpere);
    if (steps > most) {
      clipped++;
    }
    return Math.min(Math.max(steps, LEAST_STEPS), most) * step;
  }

  /** Applies known currents: none, and ramps of a reference that average over the steps. */
  void calibrate() {
    int ramp = 64;
    for (int c = 0; c < CHANNELS; c++) {
      double low = 0;
      double high = 0;
      for (int k = 0; k < ramp; k++) {
        double part = (k + 0.5) / ramp * step;
        low += raw(c, part) - part;
        high += raw(c, 0.75 * physics.fullScale() + part) - part;
      }
      correctedOffset[c] = physics.adcBits() == 0 ? 0 : low / ramp;
      correctedGain[c] =
          physics.adcBits() == 0 ? 1 : (high - low) / ramp / (0.75 * physics.fullScale());
      correction[c] = 1 / correctedGain[c];
    }
  }

  double[] offsets() {
    return correctedOffset.clone();
  }

  double[] gains() {
    return correctedGain.clone();
  }

  /** Conversions beyond the full scale. */
  long clipped() {
    return clipped;
  }

  double step() {
    return physics.adcBits() == 0 ? 0 : step;
  }
}
