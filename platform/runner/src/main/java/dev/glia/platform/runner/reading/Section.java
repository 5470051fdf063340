package dev.glia.platform.runner.reading;

import dev.glia.api.equations.Range;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import dev.glia.v1.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of one map, and notes each that is missing, wrong or unknown. A field that can't
 * be read yields a stand-in, so that reading goes on. One thread.
 */
final class Section {
  static final Unit SECOND = new Unit("s", 1, Dimension.TIME);
  static final Unit HERTZ = new Unit("Hz", 1, Dimension.FREQUENCY);

  static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY, true);
  static final Range NOT_NEGATIVE = new Range(0, false, Double.POSITIVE_INFINITY, true);

  private final Item.Fields fields;
  private final String path;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  Section(Item.Fields fields, String path, Problems problems) {
    this.fields = fields;
    this.path = path;
    this.problems = problems;
  }

  /** A section of any item: an empty one, noted as a problem, if it isn't a map. */
  static Section of(Item item, String path, Problems problems) {
    if (item instanceof Item.Fields fields) {
      return new Section(fields, path, problems);
    }
    problems.add(
        item.place(), path, "a map is wanted, as {name: value}, here is " + item.form() + ".");
    return new Section(
        new Item.Fields(item.place(), new LinkedHashMap<>(), Optional.empty()), path, problems);
  }

  Place place() {
    return fields.place();
  }

  Place place(String name) {
    Item.Entry entry = fields.entries().get(name);
    return entry == null ? fields.place() : entry.place();
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  void problem(String name, String message) {
    problems.add(place(name), path(name), message);
  }

  /** Whether a field is written and isn't null. */
  boolean has(String name) {
    asked.add(name);
    return find(name).isPresent();
  }

  Optional<Item> find(String name) {
    asked.add(name);
    return fields.find(name).filter(i -> !(i instanceof Item.Text text && text.isNull()));
  }

  /** A field that must be there. */
  Optional<Item> require(String name, String example) {
    Optional<Item> found = find(name);
    if (found.isEmpty()) {
      String trying = " Try " + name + ": " + example + ".";
      Optional<String> near =
          Spelling.nearest(
              name, fields.entries().keySet().stream().filter(k -> !asked.contains(k)).toList());
      if (near.isPresent()) {
        asked.add(near.get());
        problems.add(
            place(near.get()), path(near.get()), "unknown field. Did you mean '" + name + "'?");
      } else {
        problem(name, (fields.entries().containsKey(name) ? "is empty." : "is missing.") + trying);
      }
    }
    return found;
  }

  /** The entries that haven't been asked for: parameters of a model. */
  Map<String, Item.Entry> others() {
    Map<String, Item.Entry> others = new LinkedHashMap<>(fields.entries());
    others.keySet().removeAll(asked);
    asked.addAll(others.keySet());
    return others;
  }

  Map<String, Item.Entry> entries() {
    return fields.entries();
  }

  /** Notes every field that nobody asked for. */
  void finish() {
    List<String> known = List.copyOf(asked);
    for (String name : fields.entries().keySet()) {
      if (!asked.contains(name)) {
        problem(name, "unknown field. " + Problems.advice(name, known));
      }
    }
  }

  Optional<String> text(String name) {
    return find(name).flatMap(item -> text(name, item));
  }

  String requireText(String name, String example) {
    return require(name, example).flatMap(item -> text(name, item)).orElse("");
  }

  private Optional<String> text(String name, Item item) {
    if (item instanceof Item.Text text) {
      return Optional.of(text.text());
    }
    problem(name, "a single value is wanted, here is " + item.form() + ".");
    return Optional.empty();
  }

  boolean truth(String name, boolean otherwise) {
    Optional<Item> item = find(name);
    if (item.isEmpty()) {
      return otherwise;
    }
    if (item.get() instanceof Item.Text text
        && (text.text().equals("true") || text.text().equals("false"))) {
      return text.text().equals("true");
    }
    problem(name, item.get().form() + " is neither true nor false. Try true.");
    return otherwise;
  }

  /** A whole number between two bounds, or the stand-in. */
  long integer(String name, long low, long high, long otherwise) {
    return find(name).map(item -> integer(name, item, low, high, otherwise)).orElse(otherwise);
  }

  long integer(String name, Item item, long low, long high, long otherwise) {
    String wanted =
        high == Long.MAX_VALUE || high == Integer.MAX_VALUE
            ? "a whole number from " + low + " up"
            : "a whole number from " + low + " to " + high;
    if (item instanceof Item.Text text) {
      try {
        long value = Long.parseLong(text.text().replace("_", ""));
        if (value >= low && value <= high) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below, for numbers and other texts alike.
      }
    }
    problem(name, item.form() + " isn't " + wanted + ". Try " + Math.max(low, otherwise) + ".");
    return otherwise;
  }

  double time(String name, Range range, double otherwise, String example) {
    return quantity(name, SECOND, range, otherwise, example);
  }

  /** A quantity in SI base units, or the stand-in. */
  double quantity(String name, Unit unit, Range range, double otherwise, String example) {
    Optional<Item> item = find(name);
    if (item.isEmpty()) {
      return otherwise;
    }
    if (!(item.get() instanceof Item.Text text)) {
      problem(name, "a quantity is wanted, as " + example + ", here is " + item.get().form() + ".");
      return otherwise;
    }
    Optional<Quantity> quantity = quantity(name, text);
    if (quantity.isEmpty()) {
      return otherwise;
    }
    Quantity given = quantity.get();
    Unit shown = Quantity.parse(example).unit();
    if (!given.dimension().equals(unit.dimension()) || !range.contains(given.value())) {
      double instead = Quantity.parse(example).value();
      problem(name, Quantities.refusal(given, "this field", shown, range, instead));
      return otherwise;
    }
    return given.value();
  }

  private Optional<Quantity> quantity(String name, Item.Text text) {
    if (Scalars.isNaN(text.text())) {
      problem(name, Scalars.NAN);
      return Optional.empty();
    }
    try {
      return Optional.of(Scalars.quantity(text.text()));
    } catch (UnitException e) {
      problem(name, e.getMessage());
      return Optional.empty();
    }
  }
}
