package dev.glia.api.testkit;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.units.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a component as an experiment would hand them over: checked, defaults filled in. */
public final class Settings {
  private Settings() {}

  /**
   * Parameters for a component.
   *
   * @param given names and values in turn: {@code "tau", "20 ms", "self", "forbid"}. A text is read
   *     as an experiment file would; anything else is taken as it is
   * @throws IllegalArgumentException if a name is unknown, a value is missing or out of range
   */
  public static Parameters of(Descriptor descriptor, Object... given) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterSchema schema : descriptor.parameters()) {
      if (!schema.isRequired()) {
        values.put(schema.name(), value(schema, schema.defaultText()));
      }
    }
    for (int i = 0; i < given.length; i += 2) {
      ParameterSchema schema = schema(descriptor, (String) given[i]);
      values.put(schema.name(), value(schema, given[i + 1]));
    }
    for (ParameterSchema schema : descriptor.parameters()) {
      if (!values.containsKey(schema.name())) {
        throw new IllegalArgumentException(descriptor.reference() + " needs " + schema.name());
      }
    }
    return new Parameters(values);
  }

  private static ParameterSchema schema(Descriptor descriptor, String name) {
    return descriptor.parameters().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(descriptor.reference() + " has no " + name));
  }

  private static Object value(ParameterSchema schema, Object given) {
    Object value =
        switch (schema.type()) {
          case QUANTITY -> given instanceof String text ? quantity(schema, text) : given;
          case INTEGER -> Long.valueOf(given.toString());
          case TRUTH -> Boolean.valueOf(given.toString());
          case CHOICE, TEXT, STRUCTURE -> given;
        };
    boolean allowed =
        switch (value) {
          case Number number -> schema.range().contains(number.doubleValue());
          case String word -> schema.choices().isEmpty() || schema.choices().contains(word);
          default -> true;
        };
    if (!allowed) {
      throw new IllegalArgumentException(schema.name() + " can't be " + given);
    }
    return value;
  }

  private static double quantity(ParameterSchema schema, String text) {
    Quantity quantity = Quantity.parse(text);
    if (!quantity.dimension().equals(schema.unit().dimension())) {
      throw new IllegalArgumentException(
          schema.name() + " can't be " + text + ": it's measured in " + schema.unit());
    }
    return quantity.value();
  }
}
