package dev.glia.platform.runner.building;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.Place;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the parameters of a component against its schema, and fills in defaults. */
public final class ParameterCheck {
  private final Descriptor descriptor;
  private final String field;
  private final Problems problems;

  /**
   * A check.
   *
   * @param field path of the component within the experiment, {@code task.encode}
   */
  public ParameterCheck(Descriptor descriptor, String field, Problems problems) {
    this.descriptor = descriptor;
    this.field = field;
    this.problems = problems;
  }

  /** All values that are given or have a default; problems are noted. */
  public Parameters check(ComponentRef reference) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, ValueMap.Entry> given =
        GivenParameters.ofComponent(descriptor.reference(), descriptor.parameters())
            .in(reference, field, problems);
    for (ParameterSchema schema : descriptor.parameters()) {
      ValueMap.Entry entry = given.get(schema.name());
      if (entry != null) {
        read(schema, entry.getValue(), entry.getPlace())
            .ifPresent(value -> values.put(schema.name(), value));
      } else if (!schema.isRequired()) {
        values.put(schema.name(), defaultOf(schema));
      } else if (schema.type() != dev.glia.api.component.ParameterType.STRUCTURE) {
        problems.add(
            reference.getPlace(),
            field + "." + schema.name(),
            "is missing, " + descriptor.reference() + " needs it: " + schema.description() + ".");
      }
    }
    return new Parameters(values);
  }

  private Optional<Object> read(ParameterSchema schema, Value value, Place place) {
    String path = field + "." + schema.name();
    return switch (schema.type()) {
      case QUANTITY ->
          numbers(schema, schema.unit(), path).number(value, place).map(Object.class::cast);
      case INTEGER -> integer(schema, value, place, path);
      case TRUTH ->
          value.getKindCase() == Value.KindCase.TRUTH
              ? Optional.of(value.getTruth())
              : refuse(place, path, "is neither true nor false. Try true.");
      case TEXT -> text(value, place, path).map(Object.class::cast);
      case CHOICE -> choice(schema, value, place, path);
      case STRUCTURE -> Optional.of(structure(value));
    };
  }

  private Numbers numbers(ParameterSchema schema, Unit unit, String path) {
    double example =
        schema.isRequired() ? Double.NaN : Quantity.parse(schema.defaultText()).value();
    return new Numbers(descriptor.reference(), unit, schema.range(), example, path, problems);
  }

  private Optional<Object> integer(ParameterSchema schema, Value value, Place place, String path) {
    Optional<Double> number = numbers(schema, Unit.ONE, path).number(value, place);
    if (number.isPresent()
        && (number.get() != Math.rint(number.get()) || Math.abs(number.get()) > 1L << 53)) {
      return refuse(place, path, "isn't a whole number. Try " + Math.round(number.get()) + ".");
    }
    return number.map(Double::longValue);
  }

  private Optional<String> text(Value value, Place place, String path) {
    return switch (value.getKindCase()) {
      case TEXT -> Optional.of(value.getText());
      case QUANTITY -> Optional.of(Numbers.quantity(value.getQuantity()).toString());
      case TRUTH -> Optional.of(String.valueOf(value.getTruth()));
      default -> refuse(place, path, "a text is wanted.");
    };
  }

  private Optional<Object> choice(ParameterSchema schema, Value value, Place place, String path) {
    Optional<String> word = text(value, place, path);
    if (word.isPresent() && !schema.choices().contains(word.get())) {
      return refuse(
          place,
          path,
          "'" + word.get() + "' is no choice. " + Problems.advice(word.get(), schema.choices()));
    }
    return word.map(Object.class::cast);
  }

  private static Object structure(Value value) {
    return switch (value.getKindCase()) {
      case QUANTITY -> plain(value.getQuantity());
      case TEXT -> value.getText();
      case TRUTH -> value.getTruth();
      case LIST -> {
        List<Object> items = new ArrayList<>();
        value.getList().getItemsList().forEach(item -> items.add(structure(item)));
        yield items;
      }
      case MAP -> {
        Map<String, Object> map = new LinkedHashMap<>();
        value.getMap().getEntriesList().forEach(e -> map.put(e.getKey(), structure(e.getValue())));
        yield map;
      }
      case KIND_NOT_SET -> "";
    };
  }

  /** A whole number without a unit is one; anything else is a quantity in SI base units. */
  private static Object plain(dev.glia.v1.Quantity quantity) {
    double value = quantity.getValue();
    boolean whole =
        quantity.getUnit().isEmpty() && value == Math.rint(value) && Math.abs(value) < 1L << 53;
    return whole ? (Object) (long) value : (Object) value;
  }

  private static Object defaultOf(ParameterSchema schema) {
    return switch (schema.type()) {
      case QUANTITY -> Quantity.parse(schema.defaultText()).value();
      case INTEGER -> Long.valueOf(schema.defaultText());
      case TRUTH -> Boolean.valueOf(schema.defaultText());
      default -> schema.defaultText();
    };
  }

  private <T> Optional<T> refuse(Place place, String path, String message) {
    problems.add(place, path, message);
    return Optional.empty();
  }
}
