package dev.glia.platform.studies.claims;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences. */
final class Numbers {
  private static final MathContext DIGITS = new MathContext(4);

  private Numbers() {}

  /** Four digits at most. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    boolean plain = value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7;
    return value == 0 ? "0" : plain ? rounded.toPlainString() : rounded.toString();
  }
}
