package dev.glia.platform.report.plot;

/** The range of the finite values seen so far. Values too large or small to scale are clamped. */
final class Extent {
  private static final double HUGE = 1e300;
  private static final double TINY = 1e-300;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private double lowPositive = Double.POSITIVE_INFINITY;

  /** Ends of a range, {@code low < high}. */
  record Range(double low, double high) {}

  Extent include(double value) {
    if (Double.isFinite(value)) {
      double kept = Math.abs(value) < TINY ? 0 : Math.clamp(value, -HUGE, HUGE);
      low = Math.min(low, kept);
      high = Math.max(high, kept);
      if (kept > 0) {
        lowPositive = Math.min(lowPositive, kept);
      }
    }
    return this;
  }

  Extent include(double[] values) {
    for (double value : values) {
      include(value);
    }
    return this;
  }

  boolean isEmpty() {
    return low > high;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  /** A range that's wide enough to draw, whatever was seen; over 0 if it's logarithmic. */
  Range range(boolean logarithmic) {
    return logarithmic ? logarithmicRange() : linearRange();
  }

  private Range logarithmicRange() {
    if (high <= 0 || isEmpty()) {
      return new Range(1, 10);
    }
    return high / lowPositive > 1.01
        ? new Range(lowPositive, high)
        : new Range(lowPositive / 2, high * 2);
  }

  private Range linearRange() {
    if (isEmpty() || low == 0 && high == 0) {
      return new Range(0, 1);
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    // Closer than this, ticks would differ by rounding errors only.
    if (high - low > 1e-9 * size) {
      return new Range(low, high);
    }
    return new Range(low - 0.1 * size, high + 0.1 * size);
  }
}
