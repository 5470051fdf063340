package dev.glia.platform.cli;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.UnitException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks options that were typed against a component's schema, and fills in defaults. */
record TypedOptions(Descriptor descriptor) {
  /**
   * Checks them.
   *
   * @param given as {@code dt=1 ms}
   * @throws Fault INPUT naming the option
   */
  Parameters check(List<String> given) {
    Map<String, String> typed = typed(given);
    List<String> names = descriptor.parameters().stream().map(ParameterSchema::name).toList();
    for (String name : typed.keySet()) {
      if (!names.contains(name)) {
        throw Fault.input(
            "--set "
                + name
                + ": no option of "
                + descriptor.id()
                + (names.isEmpty() ? ", which has none." : ", which has " + names + "."));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterSchema schema : descriptor.parameters()) {
      String text = typed.getOrDefault(schema.name(), schema.defaultText());
      if (text.isEmpty()) {
        throw Fault.input(
            "--set "
                + schema.name()
                + "=…: "
                + descriptor.id()
                + " needs it: "
                + schema.description()
                + ".");
      }
      values.put(schema.name(), value(schema, text));
    }
    return new Parameters(values);
  }

  private static Map<String, String> typed(List<String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : given) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw Fault.input("--set " + setting + ": not a setting. Try --set dt=\"1 ms\".");
      }
      values.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }
    return values;
  }

  private static Object value(ParameterSchema schema, String text) {
    return switch (schema.type()) {
      case QUANTITY -> quantity(schema, text).value();
      case INTEGER -> Math.round(quantity(schema, text).value());
      case TRUTH -> Boolean.valueOf(text);
      case CHOICE -> {
        if (!schema.choices().contains(text)) {
          throw Fault.input(
              "--set " + schema.name() + "=" + text + ": no choice. Try " + schema.choices() + ".");
        }
        yield text;
      }
      case TEXT, STRUCTURE -> text;
    };
  }

  private static Quantity quantity(ParameterSchema schema, String text) {
    Quantity quantity;
    try {
      quantity = Quantity.parse(text);
    } catch (UnitException notOne) {
      throw Fault.input("--set " + schema.name() + "=" + text + ": " + notOne.getMessage());
    }
    if (!quantity.dimension().equals(schema.unit().dimension())
        || !schema.range().contains(quantity.value())) {
      throw Fault.input(
          "--set "
              + schema.name()
              + "="
              + text
              + ": out of range, or another unit. Try "
              + schema.defaultText()
              + ".");
    }
    return quantity;
  }
}
