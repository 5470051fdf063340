package dev.glia.api.component;

import dev.glia.api.equations.Range;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.Objects;

/**
 * A parameter that a component takes.
 *
 * @param name as in experiment files, {@code tau_m}
 * @param type what kind of value
 * @param unit of a quantity: its dimension is checked, it's printed in this unit; ONE otherwise
 * @param defaultText as a user would type it; empty if a value must be given
 * @param range of a number or quantity, in SI base units
 * @param choices the allowed words of a CHOICE, empty otherwise
 * @param description one phrase
 */
public record ParameterSchema(
    String name,
    ParameterType type,
    Unit unit,
    String defaultText,
    Range range,
    List<String> choices,
    String description) {
  public ParameterSchema {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(defaultText);
    Objects.requireNonNull(range);
    choices = List.copyOf(choices);
    Objects.requireNonNull(description);
  }

  /** A physical quantity or plain number with a default: {@code quantity("rate", "20 Hz", …)}. */
  public static ParameterSchema quantity(
      String name, String defaultText, Range range, String description) {
    Unit unit = Quantity.parse(defaultText).unit();
    return new ParameterSchema(
        name, ParameterType.QUANTITY, unit, defaultText, range, List.of(), description);
  }

  /** A quantity that must be given. */
  public static ParameterSchema required(String name, Unit unit, Range range, String description) {
    return new ParameterSchema(
        name, ParameterType.QUANTITY, unit, "", range, List.of(), description);
  }

  /** A whole number; an empty default means that it must be given. */
  public static ParameterSchema integer(
      String name, String defaultText, Range range, String description) {
    return new ParameterSchema(
        name, ParameterType.INTEGER, Unit.ONE, defaultText, range, List.of(), description);
  }

  /** Free text; an empty default means that it must be given. */
  public static ParameterSchema text(String name, String defaultText, String description) {
    return new ParameterSchema(
        name, ParameterType.TEXT, Unit.ONE, defaultText, Range.ANY, List.of(), description);
  }

  /** One of several words, the first of which is the default. */
  public static ParameterSchema choice(String name, List<String> choices, String description) {
    return new ParameterSchema(
        name, ParameterType.CHOICE, Unit.ONE, choices.get(0), Range.ANY, choices, description);
  }

  /** Anything YAML can hold: lists and maps; the component checks it itself. */
  public static ParameterSchema structure(String name, String description) {
    return new ParameterSchema(
        name, ParameterType.STRUCTURE, Unit.ONE, "", Range.ANY, List.of(), description);
  }

  public boolean isRequired() {
    return defaultText.isEmpty();
  }
}
