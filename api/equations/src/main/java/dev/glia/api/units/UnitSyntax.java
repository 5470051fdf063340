package dev.glia.api.units;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How units and quantities are written. */
final class UnitSyntax {
  private static final int LONGEST = 1000;
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\s*([+\\-−]?)\\s*(\\d++(?:\\.\\d*+)?+(?:[eE][+\\-]?\\d++)?+"
              + "|\\.\\d++(?:[eE][+\\-]?\\d++)?+|inf|∞)(.*)",
          Pattern.DOTALL);

  private UnitSyntax() {}

  static Unit unit(String text, Map<String, Unit> more) {
    return new UnitParser(text, more).parse();
  }

  static Quantity quantity(String text, Map<String, Unit> more) {
    Matcher matcher = QUANTITY.matcher(text.length() > LONGEST ? "" : text);
    if (!matcher.matches()) {
      throw new UnitException(
          "'" + shortened(text) + "' isn't a number with a unit: write it as 20 ms");
    }
    String rest = matcher.group(3);
    Unit unit = rest.isBlank() ? Unit.ONE : unit(rest, more);
    double value = Decimal.product(number(matcher.group(2)), unit.scale());
    return new Quantity(matcher.group(1).matches("[-−]") ? -value : value, unit);
  }

  private static double number(String written) {
    if (written.equals("inf") || written.equals("∞")) {
      return Double.POSITIVE_INFINITY;
    }
    double number = Double.parseDouble(written);
    if (Double.isInfinite(number)) {
      throw new UnitException("the number " + shortened(written) + " is too large");
    }
    return number;
  }

  static String print(Quantity quantity) {
    Unit unit = quantity.unit();
    double shown = quantity.inUnits();
    String number = Decimal.text(shown);
    return unit.symbol().equals("1") ? number : number + " " + unit.symbol();
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
