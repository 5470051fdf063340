package dev.glia.platform.runner.building;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import dev.glia.api.equations.Range;
import dev.glia.api.network.Law;
import dev.glia.api.random.RandomStream;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.platform.runner.reading.Quantities;
import dev.glia.v1.Place;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the numbers of one field: checks dimension and range, and notes what doesn't fit.
 *
 * @param asker whose field it is, for messages: {@code lif@1.0.0}
 * @param unit that numbers must have the dimension of
 * @param range of allowed values, in SI base units
 * @param example a value that would do, in SI base units; NaN if none is known
 */
record Numbers(
    String asker, Unit unit, Range range, double example, String field, Problems problems) {

  /** One number in SI base units; absent, and noted, if the value isn't one. */
  Optional<Double> number(Value value, Place place) {
    return quantity(value, place).filter(given -> fits(given, place)).map(Quantity::value);
  }

  /** A constant, {@code {uniform: [a, b]}} or {@code {normal: [mean, deviation]}}. */
  Optional<Law> law(Value value, Place place) {
    if (value.getKindCase() != Value.KindCase.MAP) {
      return number(value, place).map(Law.Constant::new);
    }
    boolean one = value.getMap().getEntriesCount() == 1;
    String name = one ? value.getMap().getEntries(0).getKey() : "";
    List<Value> bounds =
        one ? value.getMap().getEntries(0).getValue().getList().getItemsList() : List.of();
    return switch (name) {
      case "uniform" -> uniform(bounds, place);
      case "normal" -> normal(bounds, place);
      default -> refuse(place, "a number or a law is wanted. Try " + examples() + ".");
    };
  }

  private Optional<Law> uniform(List<Value> bounds, Place place) {
    if (bounds.size() != 2) {
      return refuse(place, "a uniform law has two bounds. Try {uniform: [low, high]}.");
    }
    Optional<Double> low = number(bounds.get(0), place);
    Optional<Double> high = number(bounds.get(1), place);
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    if (low.get() > high.get() || low.get().isInfinite() || high.get().isInfinite()) {
      return refuse(place, "the bounds of a uniform law ascend and are finite. Try swapping them.");
    }
    return Optional.of(new Law.Uniform(low.get(), high.get()));
  }

  private Optional<Law> normal(List<Value> terms, Place place) {
    if (terms.size() != 2 && terms.size() != 4) {
      return refuse(
          place,
          "a normal law has a mean and a deviation, and may have bounds. Try {normal: [mean,"
              + " deviation]} or {normal: [mean, deviation, low, high]}.");
    }
    Optional<Double> mean = number(terms.get(0), place);
    Optional<Double> deviation =
        new Numbers(
                asker,
                unit,
                new Range(0, false, Double.POSITIVE_INFINITY, true),
                Double.NaN,
                field,
                problems)
            .number(terms.get(1), place);
    Optional<Double> low =
        terms.size() == 4 ? number(terms.get(2), place) : Optional.of(range.low());
    Optional<Double> high =
        terms.size() == 4 ? number(terms.get(3), place) : Optional.of(range.high());
    if (mean.isEmpty() || deviation.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    if (!(low.get() <= mean.get() && mean.get() <= high.get())) {
      return refuse(place, "the mean of a normal law lies between its bounds. Try wider bounds.");
    }
    return Optional.of(new Law.Normal(mean.get(), deviation.get(), low.get(), high.get()));
  }

  /**
   * One number for all, or one for each of {@code count}: a value, a list, a file, or draws of a
   * law, entity i's from entity i of a stream.
   *
   * @param stream key of the random stream
   */
  Optional<double[]> each(Value value, int count, long stream, Place place) {
    if (value.getKindCase() == Value.KindCase.LIST) {
      return list(value, count, place);
    }
    if (isFile(value)) {
      return file(value, count, place);
    }
    Optional<Law> law = law(value, place);
    if (law.isEmpty() || law.get() instanceof Law.Constant) {
      return law.map(constant -> new double[] {((Law.Constant) constant).value()});
    }
    double[] drawn = new double[count];
    Arrays.setAll(drawn, i -> law.get().draw(new RandomStream(stream, i)));
    return Optional.of(drawn);
  }

  /** One number for each of {@code count}, as a list. */
  Optional<double[]> list(Value value, int count, Place place) {
    List<Value> items = value.getList().getItemsList();
    if (items.size() != count) {
      refuse(
          place,
          "a list of "
              + items.size()
              + " values for "
              + count
              + " neurons. Try one value for all,"
              + " or one each.");
      return Optional.empty();
    }
    double[] numbers = new double[count];
    int before = problems.size();
    List<Double> read = new ArrayList<>();
    for (Value item : items) {
      number(item, place).ifPresent(read::add);
      if (problems.size() > before) {
        return Optional.empty();
      }
    }
    for (int i = 0; i < count; i++) {
      numbers[i] = read.get(i);
    }
    return Optional.of(numbers);
  }

  /** One number for each of {@code count}, of a NumPy array: {@code {file: tau.npy, unit: ms}}. */
  Optional<double[]> file(Value value, int count, Place place) {
    String name = "";
    Unit written = Unit.ONE;
    for (ValueMap.Entry entry : value.getMap().getEntriesList()) {
      if (entry.getKey().equals("file")) {
        name = entry.getValue().getText();
      } else if (entry.getKey().equals("unit")) {
        Optional<Quantity> one = parsed("1 " + entry.getValue().getText(), place);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        written = one.get().unit();
      } else {
        return refuse(
            place, "a file of numbers has a file and a unit. Try {file: values.npy, unit: ms}.");
      }
    }
    double[] numbers;
    try {
      numbers = NpyArray.read(Path.of(name)).values().clone();
    } catch (Fault fault) {
      problems.add(place, field, fault);
      return Optional.empty();
    }
    if (numbers.length != count) {
      return refuse(
          place, "'" + name + "' has " + numbers.length + " values for " + count + " neurons.");
    }
    for (int i = 0; i < count; i++) {
      numbers[i] *= written.scale();
      if (!fits(new Quantity(numbers[i], written), place)) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  /** Whether a value is {@code {file: …}}. */
  static boolean isFile(Value value) {
    return value.getKindCase() == Value.KindCase.MAP
        && value.getMap().getEntriesList().stream()
            .anyMatch(
                entry ->
                    entry.getKey().equals("file")
                        && entry.getValue().getKindCase() == Value.KindCase.TEXT);
  }

  private boolean fits(Quantity given, Place place) {
    boolean zero = given.value() == 0 && given.dimension().isNone();
    boolean dimension = zero || given.dimension().equals(unit.dimension());
    if (dimension && range.contains(given.value())) {
      return true;
    }
    Quantity shown = zero ? new Quantity(0, unit) : given;
    problems.add(place, field, Quantities.refusal(shown, asker, unit, range, example));
    return false;
  }

  private Optional<Quantity> quantity(Value value, Place place) {
    return switch (value.getKindCase()) {
      case QUANTITY -> Optional.of(quantity(value.getQuantity()));
      case TEXT -> parsed(value.getText(), place);
      case KIND_NOT_SET -> refuse(place, "is empty, " + wants());
      default -> refuse(place, "not a single value, " + wants());
    };
  }

  private Optional<Quantity> parsed(String text, Place place) {
    try {
      return Optional.of(Quantity.parse(text));
    } catch (UnitException e) {
      String reason = e.getMessage();
      return refuse(place, reason + (reason.endsWith("?") ? " " : "; ") + wants());
    }
  }

  private String wants() {
    String trying = Double.isNaN(example) ? "" : " Try " + Quantities.text(example, unit) + ".";
    return asker + " wants " + Quantities.wanted(unit, range) + "." + trying;
  }

  private String examples() {
    String one = Double.isNaN(example) ? "a number" : Quantities.text(example, unit);
    return one + ", {uniform: [low, high]} or {normal: [mean, deviation]}";
  }

  private <T> Optional<T> refuse(Place place, String message) {
    problems.add(place, field, message);
    return Optional.empty();
  }

  /** A quantity of a specification. */
  static Quantity quantity(dev.glia.v1.Quantity given) {
    return new Quantity(
        given.getValue(), given.getUnit().isEmpty() ? Unit.ONE : Unit.parse(given.getUnit()));
  }
}
