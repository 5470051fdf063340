package dev.glia.api.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Arithmetic on the decimal numbers that doubles are written as: {@code 0.3 ms} is the number 3e-4
 * and not its neighbor.
 */
final class Decimal {
  private Decimal() {}

  /** A number times a scale. */
  static double product(double number, double scale) {
    if (!Double.isFinite(number) || scale == 1) {
      return number;
    }
    return exact(number).multiply(exact(scale)).doubleValue();
  }

  /** A number divided by a scale. */
  static double quotient(double number, double scale) {
    if (!Double.isFinite(number) || scale == 1) {
      return number;
    }
    return exact(number).divide(exact(scale), MathContext.DECIMAL128).doubleValue();
  }

  private static BigDecimal exact(double number) {
    return new BigDecimal(Double.toString(number));
  }

  /** The shortest text that {@link Double#parseDouble} reads back, without a needless point. */
  static String text(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e9) {
      return Long.toString((long) number);
    }
    return Double.toString(number).toLowerCase(Locale.ROOT).replace(".0e", "e");
  }
}
