package dev.glia.platform.studies.running;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.ParameterType;
import dev.glia.api.component.Parameters;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.UnitException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks values that a study gives a component. */
final class GivenParameters {
  private final Descriptor of;

  private GivenParameters(Descriptor of) {
    this.of = of;
  }

  static Parameters check(Descriptor of, Map<String, ?> given) {
    return new GivenParameters(of).check(given);
  }

  private Parameters check(Map<String, ?> given) {
    List<String> names = of.parameters().stream().map(ParameterSchema::name).toList();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        throw fault(name, "unknown; " + Spelling.advice(name, names));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (ParameterSchema schema : of.parameters()) {
      Object value = given.get(schema.name());
      if (value == null && schema.isRequired()) {
        if (schema.type() != ParameterType.STRUCTURE) {
          throw fault(schema.name(), "is missing: " + schema.description());
        }
        continue;
      }
      values.put(schema.name(), value(schema, value == null ? schema.defaultText() : value));
    }
    return new Parameters(values);
  }

  private Object value(ParameterSchema schema, Object value) {
    try {
      return switch (schema.type()) {
        case QUANTITY -> inRange(schema, quantity(schema, value));
        case INTEGER -> {
          long whole =
              value instanceof Number number
                  ? Math.round(number.doubleValue())
                  : Long.parseLong(value.toString());
          inRange(schema, whole);
          yield whole;
        }
        case TRUTH -> Boolean.valueOf(value.toString());
        case TEXT -> value.toString();
        case CHOICE -> {
          if (!schema.choices().contains(value.toString())) {
            throw fault(schema.name(), Spelling.advice(value.toString(), schema.choices()));
          }
          yield value.toString();
        }
        case STRUCTURE -> value;
      };
    } catch (NumberFormatException | UnitException e) {
      throw fault(schema.name(), e.getMessage());
    }
  }

  private double quantity(ParameterSchema schema, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    Quantity quantity = Quantity.parse(value.toString());
    if (!quantity.dimension().equals(schema.unit().dimension())) {
      throw fault(schema.name(), value + " is of another dimension than " + schema.unit().symbol());
    }
    return quantity.value();
  }

  private double inRange(ParameterSchema schema, double value) {
    if (!schema.range().contains(value)) {
      throw fault(schema.name(), value + " is outside of " + schema.range().text(schema.unit()));
    }
    return value;
  }

  private Fault fault(String parameter, String problem) {
    return Fault.input(of.reference() + " " + parameter + ": " + problem);
  }
}
