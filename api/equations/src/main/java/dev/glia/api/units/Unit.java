package dev.glia.api.units;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A way to write a quantity: a symbol, its dimension, and how many SI base units one of it is.
 *
 * @param symbol as written, {@code mV} or {@code nA/ms}; {@code 1} for plain numbers
 * @param scale size of one unit in SI base units, positive and finite
 */
public record Unit(String symbol, double scale, Dimension dimension) {
  public static final Unit ONE = new Unit("1", 1, Dimension.NONE);

  public Unit {
    Objects.requireNonNull(symbol);
    Objects.requireNonNull(dimension);
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException("a unit's scale is positive and finite, given " + scale);
    }
  }

  /**
   * Reads a unit expression: products, quotients and integer powers of prefixed SI and derived
   * units, as {@code mV}, {@code 1/s}, {@code nA/(ms*uF)}, {@code mV^2}, {@code 1}.
   *
   * @throws UnitException if the text isn't a unit; the message proposes the nearest known one
   */
  public static Unit parse(String text) {
    return UnitSyntax.unit(text, Map.of());
  }

  /**
   * Reads a unit expression in which more names are units than usual.
   *
   * @param more by name; they win over the known ones
   * @throws UnitException as {@link #parse(String)}
   */
  public static Unit parse(String text, Map<String, Unit> more) {
    return UnitSyntax.unit(text, more);
  }

  /** Symbols of all units that have a name, prefixes included: {@code mV}, {@code Hz}, … */
  public static Set<String> symbols() {
    return KnownUnits.all().keySet();
  }

  @Override
  public String toString() {
    return symbol;
  }
}
