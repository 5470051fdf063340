package dev.glia.api.device;

import java.util.Objects;

/**
 * How far what a device uses is from what was asked for.
 *
 * @param worst over all values of a term, not negative
 * @param mean over all of them, at most {@code worst}
 * @param unit {@code 1} for errors relative to the value that was asked for, otherwise the unit of
 *     absolute ones, as {@code mV}
 */
public record Deviation(double worst, double mean, String unit) {
  public Deviation {
    Objects.requireNonNull(unit);
    if (!(mean >= 0) || !(worst >= mean)) {
      throw new IllegalArgumentException("a deviation of at worst " + worst + ", mean " + mean);
    }
  }

  /** Relative to the values that were asked for. */
  public static Deviation relative(double worst, double mean) {
    return new Deviation(worst, mean, "1");
  }

  /** In a unit. */
  public static Deviation absolute(double worst, double mean, String unit) {
    return new Deviation(worst, mean, unit);
  }

  public boolean isRelative() {
    return unit.equals("1");
  }
}
