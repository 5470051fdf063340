package dev.glia.platform.report.plot;

import dev.glia.platform.report.plot.Extent.Range;

/**
 * From values to places on the page.
 *
 * @param from where {@code low} lies; {@code to} where {@code high} lies
 */
record Scale(double low, double high, boolean logarithmic, double from, double to) {
  private static final double NEAR = 0.02;

  /** Powers of ten that a double holds with room to spare. */
  private static final int MOST_DECADES = 305;

  static Scale of(Range range, boolean logarithmic, double from, double to) {
    return new Scale(range.low(), range.high(), logarithmic, from, to);
  }

  /** Ends on whole ticks. */
  Scale nice(int ticks) {
    if (logarithmic) {
      return this;
    }
    double step = Ticks.step(high - low, ticks);
    double first = Math.floor(low / step + 1e-9) * step;
    double last = Math.ceil(high / step - 1e-9) * step;
    return new Scale(first, last, false, from, to);
  }

  /** Ends on a whole tick where one is near: an end at 999.7 becomes 1,000. */
  Scale snapped(int ticks) {
    if (logarithmic) {
      return this;
    }
    double step = Ticks.step(high - low, ticks);
    double near = NEAR * (high - low);
    double first = Math.floor(low / step + 1e-9) * step;
    double last = Math.ceil(high / step - 1e-9) * step;
    return new Scale(
        low - first < near ? first : low, last - high < near ? last : high, false, from, to);
  }

  /** Wider by a share of its length at both ends. */
  Scale padded(double share) {
    if (logarithmic) {
      double more = (Math.log10(high) - Math.log10(low)) * share;
      double newLow = Math.pow(10, Math.max(-MOST_DECADES, Math.log10(low) - more));
      double newHigh = Math.pow(10, Math.min(MOST_DECADES, Math.log10(high) + more));
      return new Scale(newLow, newHigh, true, from, to);
    }
    double more = (high - low) * share;
    return new Scale(low - more, high + more, false, from, to);
  }

  Scale between(double newFrom, double newTo) {
    return new Scale(low, high, logarithmic, newFrom, newTo);
  }

  /** Place of a value, maybe outside of both ends; NaN if it has none. */
  double at(double value) {
    if (logarithmic) {
      if (!(value > 0)) {
        return Double.NaN;
      }
      double share = (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
      return from + (to - from) * share;
    }
    return from + (to - from) * ((value / 2 - low / 2) / (high / 2 - low / 2));
  }

  /** Whether a value lies between the ends. */
  boolean holds(double value) {
    return value >= low && value <= high;
  }

  double length() {
    return Math.abs(to - from);
  }
}
