package dev.glia.platform.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as readers want them: few digits, groups of thousands, a real minus sign. */
public final class NumberText {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private NumberText() {}

  /** With four significant digits; an en dash for NaN. */
  public static String of(double value) {
    return of(value, 4);
  }

  /** With so many significant digits at most. */
  public static String of(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    int exponent = exponent(value);
    if (exponent >= 7 || exponent < -4) {
      return scientific(value, digits - 1);
    }
    return fixed(value, Math.clamp(digits - 1 - exponent, 0, 12), true);
  }

  /** With a number of decimals, all of them written. */
  public static String decimals(double value, int decimals) {
    return Double.isFinite(value) ? fixed(value, decimals, false) : of(value);
  }

  /**
   * A mean and its spread, both to the second digit of the spread: {@code 0.766 ± 0.012}.
   *
   * @param spread NaN or 0 if there's none
   */
  public static String spread(double mean, double spread) {
    if (!(spread > 0) || !Double.isFinite(mean) || !Double.isFinite(spread)) {
      return of(mean);
    }
    int places = 1 - exponent(spread);
    if (places > 6 || exponent(mean) >= 7 || exponent(spread) >= 7) {
      return of(mean) + " ± " + of(spread, 2);
    }
    int shown = Math.max(0, places);
    return fixed(mean, shown, false) + " ± " + fixed(spread, shown, false);
  }

  /** A tick's label: as many digits as tell it from its neighbors a step away. */
  static String stepped(double value, double step, double low, double high) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    int stepExponent = exponent(step);
    if (size >= 1e6 || size < 1e-3 || stepExponent < -6) {
      return value == 0 ? "0" : scientific(value, exponent(value) - stepExponent);
    }
    return fixed(value, Math.max(0, -stepExponent), false);
  }

  static String superscript(int number) {
    StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String scientific(double value, int decimals) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(Math.clamp(decimals, 0, 12) + 1));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
    String digits = mantissa.toPlainString().replace('-', '−');
    return (digits.equals("1") ? "" : digits.equals("−1") ? "−" : digits + "×")
        + "10"
        + superscript(exponent);
  }

  private static String fixed(double value, int decimals, boolean strip) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    if (strip) {
      rounded = rounded.stripTrailingZeros();
      rounded = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
    String text = String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    return rounded.signum() == 0 ? text.replace("-", "") : text.replace('-', '−');
  }

  private static int exponent(double value) {
    return value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
  }
}
