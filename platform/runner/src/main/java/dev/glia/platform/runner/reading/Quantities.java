package dev.glia.platform.runner.reading;

import dev.glia.api.equations.Range;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** What is said of quantities that don't fit. */
public final class Quantities {
  private static final Map<Dimension, String> NAMES =
      Map.of(
          Dimension.NONE,
          "a plain number",
          Dimension.TIME,
          "a time",
          Dimension.LENGTH,
          "a length",
          Dimension.VOLTAGE,
          "a voltage",
          Dimension.CURRENT,
          "a current",
          Dimension.FREQUENCY,
          "a rate",
          Dimension.CONDUCTANCE,
          "a conductance",
          Dimension.CAPACITANCE,
          "a capacitance",
          Dimension.VOLTAGE.dividedBy(Dimension.CURRENT),
          "a resistance",
          Dimension.CURRENT.times(Dimension.TIME),
          "a charge");

  private static final MathContext TYPED = new MathContext(12);

  private Quantities() {}

  /** {@code a voltage}; {@code a value in nA/ms} where the dimension has no name. */
  public static String name(Unit unit) {
    String name = NAMES.get(unit.dimension());
    return name == null ? "a value in " + unit.symbol() : name;
  }

  /**
   * What to say of a value of the wrong dimension or outside of the range.
   *
   * @param asker who wants something else: {@code lif@1.0.0}
   * @param unit in which it's wanted
   * @param example a value that would do, NaN if none is known
   */
  public static String refusal(
      Quantity given, String asker, Unit unit, Range range, double example) {
    boolean fits = given.dimension().equals(unit.dimension());
    String wanted = asker + " wants " + wanted(unit, range);
    double repaired = given.inUnits() * unit.scale();
    String advice =
        !fits && range.contains(repaired) && !Double.isInfinite(repaired)
            ? text(repaired, unit)
            : Double.isNaN(example) ? "" : text(example, unit);
    String trying = advice.isEmpty() ? "" : " Try " + advice + ".";
    if (fits) {
      return text(given.value(), given.unit()) + " is out of range, " + wanted + "." + trying;
    }
    String is = given.dimension().isNone() ? " has no unit, " : " is " + name(given.unit()) + ", ";
    return given + is + wanted + "." + trying;
  }

  /** {@code a time in (0, inf)}; only {@code a time} where any will do. */
  public static String wanted(Unit unit, Range range) {
    return name(unit) + (range.equals(Range.ANY) ? "" : " in " + text(range, unit));
  }

  /** {@code [0.1 ms, 1 s]}. */
  public static String text(Range range, Unit unit) {
    return (range.lowOpen() ? "(" : "[")
        + range.lowParameter().orElse(bound(range.low(), unit))
        + ", "
        + range.highParameter().orElse(bound(range.high(), unit))
        + (range.highOpen() ? ")" : "]");
  }

  private static String bound(double value, Unit unit) {
    if (value == 0) {
      return "0";
    }
    return Double.isInfinite(value) ? value < 0 ? "-inf" : "inf" : text(value, unit);
  }

  /** A value as a person would type it in this unit. */
  public static String text(double value, Unit unit) {
    double units = new Quantity(value, unit).inUnits();
    if (!Double.isFinite(units)) {
      return units > 0 ? "inf" : units < 0 ? "-inf" : "NaN";
    }
    // Conversions leave an error in the last digits, which nobody typed.
    double typed = new BigDecimal(units).round(TYPED).doubleValue();
    boolean whole = typed == Math.rint(typed) && Math.abs(typed) < 1e15;
    String number = whole ? String.valueOf((long) typed) : String.valueOf(typed);
    return unit.symbol().equals("1") ? number : number + " " + unit.symbol();
  }
}
