package dev.glia.platform.runner.reading;

import dev.glia.api.units.Quantity;
import dev.glia.api.units.UnitException;
import dev.glia.v1.Value;
import dev.glia.v1.ValueList;
import dev.glia.v1.ValueMap;
import java.util.regex.Pattern;

/** Turns items into values of the specification. */
final class Scalars {
  static final String NAN = "NaN is not a number. Try a finite value.";

  private static final int LONGEST_QUANTITY = 200;
  private static final Pattern NOT_A_NUMBER = Pattern.compile("(?i)[+-]?\\.?nan(\\s+\\S*)?");

  private Scalars() {}

  static boolean isNaN(String text) {
    return text.length() < LONGEST_QUANTITY && NOT_A_NUMBER.matcher(text).matches();
  }

  /** A quantity; {@code .inf} as YAML writes it is understood too. */
  static Quantity quantity(String text) {
    if (text.length() > LONGEST_QUANTITY) {
      throw new UnitException("a quantity of " + text.length() + " characters. Try 20 ms.");
    }
    return Quantity.parse(
        text.startsWith(".inf") || text.startsWith("-.inf") ? text.replaceFirst("\\.", "") : text);
  }

  /**
   * A value as it's understood without knowing what it is for: a number with or without a unit, a
   * truth value, a text, a list or a map.
   *
   * @param field path for messages
   */
  static Value value(Item item, String field, Problems problems) {
    Value.Builder value = Value.newBuilder().setPlace(item.place());
    switch (item) {
      case Item.Text text -> scalar(text, field, problems, value);
      case Item.Items list -> {
        ValueList.Builder items = ValueList.newBuilder();
        int index = 0;
        for (Item each : list.items()) {
          items.addItems(value(each, field + "[" + index++ + "]", problems));
        }
        value.setList(items);
      }
      case Item.Fields map -> value.setMap(map(map, field, problems));
    }
    return value.build();
  }

  static ValueMap map(Item.Fields map, String field, Problems problems) {
    ValueMap.Builder entries = ValueMap.newBuilder();
    map.entries().forEach((name, entry) -> entries.addEntries(entry(name, entry, field, problems)));
    return entries.build();
  }

  static ValueMap.Entry entry(String name, Item.Entry entry, String field, Problems problems) {
    String path = field.isEmpty() ? name : field + "." + name;
    return ValueMap.Entry.newBuilder()
        .setKey(name)
        .setValue(value(entry.value(), path, problems))
        .setPlace(entry.place())
        .build();
  }

  private static void scalar(Item.Text text, String field, Problems problems, Value.Builder value) {
    String written = text.text();
    if (text.isNull()) {
      return;
    }
    if (!text.plain()) {
      value.setText(written);
      return;
    }
    if (written.equals("true") || written.equals("false")) {
      value.setTruth(written.equals("true"));
      return;
    }
    if (isNaN(written)) {
      problems.add(text.place(), field, NAN);
      return;
    }
    try {
      Quantity quantity = quantity(written);
      value.setQuantity(
          dev.glia.v1.Quantity.newBuilder()
              .setValue(quantity.value())
              .setUnit(quantity.unit().symbol().equals("1") ? "" : quantity.unit().symbol()));
    } catch (UnitException e) {
      // Whoever knows that a quantity is wanted says what is wrong with it.
      value.setText(written);
    }
  }
}
