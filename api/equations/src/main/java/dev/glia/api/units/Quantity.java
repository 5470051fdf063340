package dev.glia.api.units;

import java.util.Map;
import java.util.Objects;

/**
 * A number with a unit.
 *
 * @param value in SI base units
 * @param unit the unit it was written in, used when it's printed
 */
public record Quantity(double value, Unit unit) {
  public Quantity {
    Objects.requireNonNull(unit);
  }

  /**
   * Reads {@code 20 ms}, {@code -65mV}, {@code 1e-3}, {@code 2.5 nA/ms}, {@code inf}.
   *
   * @throws UnitException if the text isn't a number with an optional unit, or is NaN
   */
  public static Quantity parse(String text) {
    return UnitSyntax.quantity(text, Map.of());
  }

  /**
   * Reads a quantity in which more names are units than usual.
   *
   * @param more by name; they win over the known ones
   * @throws UnitException as {@link #parse(String)}
   */
  public static Quantity parse(String text, Map<String, Unit> more) {
    return UnitSyntax.quantity(text, more);
  }

  /** A quantity of this many units. */
  public static Quantity of(double units, Unit unit) {
    return new Quantity(Decimal.product(units, unit.scale()), unit);
  }

  public Dimension dimension() {
    return unit.dimension();
  }

  /** The number in front of the unit. */
  public double inUnits() {
    return Decimal.quotient(value, unit.scale());
  }

  /** As it would be typed: {@code 20 ms}; a plain number has no unit. */
  @Override
  public String toString() {
    return UnitSyntax.print(this);
  }
}
