package dev.glia.api.equations;

import dev.glia.api.units.Unit;

/**
 * A parameter of a model.
 *
 * @param name as used in the equations
 * @param unit fixes the dimension of the values, and is what they are printed in
 * @param defaultValue in SI base units; NaN if a value must be given
 * @param range allowed values
 * @param description one phrase
 */
public record Parameter(
    String name, Unit unit, double defaultValue, Range range, String description) {
  public boolean isRequired() {
    return Double.isNaN(defaultValue);
  }

  /**
   * Whether the unit is known only in a joined program, where {@code target} or {@code weight} has
   * been replaced by a unit; until then the unit's dimension fits nothing else.
   */
  public boolean isUnitOpen() {
    return !unit.dimension().isKnown();
  }
}
