package dev.glia.platform.runner.building;

import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Range;
import dev.glia.api.network.Values;
import dev.glia.api.units.Quantity;
import dev.glia.platform.runner.reading.Quantities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks parameters against others that bound them, as a reset below its threshold.
 *
 * @param values of all parameters of a program, by name
 */
record RelatedBounds(Map<String, Values> values) {
  /**
   * What is wrong with a parameter, if anything: the first neuron's value that is out of bounds.
   *
   * @param asker whose parameter it is, for messages
   */
  Optional<String> problem(Parameter parameter, String asker) {
    Range range = parameter.range();
    if (range.lowParameter().isEmpty() && range.highParameter().isEmpty()) {
      return Optional.empty();
    }
    Optional<Values> low = range.lowParameter().map(name -> bound(parameter, name));
    Optional<Values> high = range.highParameter().map(name -> bound(parameter, name));
    Values own = values.get(parameter.name());
    int count = Math.max(own.length(), Math.max(length(low), length(high)));
    for (int i = 0; i < count; i++) {
      int index = i;
      if (!range.contains(own.at(i), name -> bound(parameter, name).at(index))) {
        return Optional.of(message(parameter, asker, own.at(i), low, high, i));
      }
    }
    return Optional.empty();
  }

  private static int length(Optional<Values> values) {
    return values.map(Values::length).orElse(1);
  }

  /** A receptor's or rule's parameter is bounded by another of the same receptor or rule. */
  private Values bound(Parameter parameter, String name) {
    int dot = parameter.name().lastIndexOf('.');
    Values sibling = values.get(parameter.name().substring(0, dot + 1) + name);
    return sibling == null ? values.get(name) : sibling;
  }

  private static String message(
      Parameter parameter,
      String asker,
      double value,
      Optional<Values> low,
      Optional<Values> high,
      int index) {
    Range range = parameter.range();
    StringBuilder where = new StringBuilder();
    for (String name : List.of(range.lowParameter().orElse(""), range.highParameter().orElse(""))) {
      if (!name.isEmpty()) {
        Values bound = (range.lowParameter().equals(Optional.of(name)) ? low : high).orElseThrow();
        where.append(where.isEmpty() ? " Here " : " and ");
        where.append(name).append(" is ");
        where.append(Quantities.text(bound.at(index), parameter.unit()));
      }
    }
    Quantity given = new Quantity(value, parameter.unit());
    return Quantities.refusal(given, asker, parameter.unit(), range, Double.NaN) + where + ".";
  }
}
