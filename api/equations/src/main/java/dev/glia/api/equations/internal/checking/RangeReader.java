package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.Range;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code (0, inf)}, {@code [0 ms, 1 s]}, {@code (-inf, v_threshold)}. */
final class RangeReader {
  private static final Pattern RANGE =
      Pattern.compile("\\s*([(\\[])([^,]{0,200}),([^,]{0,200})([)\\]])\\s*");

  private final SourceText source;
  private final Unit unit;
  private final Names names;
  private final Map<String, Quantity> parameters;

  RangeReader(SourceText source, Unit unit, Names names, Map<String, Quantity> parameters) {
    this.source = source;
    this.unit = unit;
    this.names = names;
    this.parameters = parameters;
  }

  /** One end of a range: a number, or a parameter's name beside an infinite number. */
  private record Bound(double value, Optional<String> parameter) {}

  Range read(String owner) {
    if (source.text().isBlank()) {
      return Range.ANY;
    }
    Matcher matcher = RANGE.matcher(source.text());
    if (source.text().length() > 500 || !matcher.matches()) {
      throw source.error(0, "a range is written as (0, inf) or [0 ms, 1 s]");
    }
    Bound low = bound(matcher, 2, Double.NEGATIVE_INFINITY, owner);
    Bound high = bound(matcher, 3, Double.POSITIVE_INFINITY, owner);
    boolean lowOpen = matcher.group(1).equals("(");
    boolean highOpen = matcher.group(4).equals(")");
    boolean empty = low.value == high.value && (lowOpen || highOpen);
    if (!(low.value <= high.value) || empty) {
      throw source.error(0, "the range is empty");
    }
    return new Range(low.value, lowOpen, high.value, highOpen, low.parameter, high.parameter);
  }

  private Bound bound(Matcher matcher, int group, double unbounded, String owner) {
    String text = matcher.group(group).strip();
    int at = matcher.start(group);
    Quantity parameter = parameters.get(text);
    if (parameter != null && !text.equals(owner)) {
      checkUnit(parameter, at);
      return new Bound(unbounded, Optional.of(text));
    }
    return new Bound(number(text, at), Optional.empty());
  }

  /** Without a unit it's in the unit of the default. */
  private double number(String text, int at) {
    try {
      Quantity quantity = Quantity.parse(text, names.units());
      if (quantity.unit().equals(Unit.ONE)) {
        return Quantity.of(quantity.value(), unit).value();
      }
      checkUnit(quantity, at);
      return quantity.value();
    } catch (UnitException e) {
      throw source.error(
          at, "a bound is a number, inf or the name of another parameter, given '" + text + "'");
    }
  }

  private void checkUnit(Quantity bound, int at) {
    if (!bound.dimension().equals(unit.dimension())) {
      throw source.error(
          at,
          "the bound is "
              + names.unitNames().given(bound.dimension())
              + ", the parameter is in "
              + unit.symbol());
    }
  }
}
