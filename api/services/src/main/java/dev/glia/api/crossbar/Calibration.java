package dev.glia.api.crossbar;

/**
 * What a calibration found; its corrections are in effect from then on. Arrays aren't to be
 * changed.
 *
 * @param offsets of each converter before the correction, in amperes
 * @param gains of each converter before the correction; 1 is right
 * @param mean conductance of the cells that aren't stuck, in siemens
 * @param deviation its standard deviation over cells, in siemens
 * @param skewness of the same; 0 for a normal distribution
 * @param stuckOff cells without conductance, as {@code (input * outputs + output) * 2}, and one
 *     more in minus columns; ascending
 * @param stuckOn cells that conduct all they can, counted alike
 */
public record Calibration(
    double[] offsets,
    double[] gains,
    double mean,
    double deviation,
    double skewness,
    int[] stuckOff,
    int[] stuckOn) {}
