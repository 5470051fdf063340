package dev.glia.api.equations.internal.checking;

import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the name that a reader would give a dimension, preferring units that the model uses. */
public final class UnitNames {
  private static final String[] COMMON = {
    "s", "V", "A", "S", "Ohm", "F", "C", "m", "kg", "K", "mol", "cd", "M", "J", "W", "N", "Pa"
  };

  private final Map<Dimension, String> names = new LinkedHashMap<>();

  /** Prefers a unit from now on, unless another of its dimension came first. */
  public void use(Unit unit) {
    if (!unit.dimension().isNone() && !unit.symbol().contains(" ")) {
      names.putIfAbsent(unit.dimension(), unit.symbol());
    }
  }

  /** {@code mV}, {@code nA/s}, or base units where nothing better fits; {@code 1} if plain. */
  public String of(Dimension dimension) {
    if (dimension.isNone()) {
      return "1";
    }
    Map<Dimension, String> known = new LinkedHashMap<>(names);
    for (String common : COMMON) {
      Unit unit = Unit.parse(common);
      known.putIfAbsent(unit.dimension(), common);
    }
    return simple(dimension, known).or(() -> pair(dimension, known)).orElse(dimension.toString());
  }

  /** As {@link #of}, in a sentence. */
  public String given(Dimension dimension) {
    return dimension.isNone() ? "a plain number" : of(dimension);
  }

  private static Optional<String> simple(Dimension dimension, Map<Dimension, String> known) {
    if (known.containsKey(dimension)) {
      return Optional.of(known.get(dimension));
    }
    if (dimension.equals(Dimension.FREQUENCY)) {
      return Optional.of("1/s");
    }
    Dimension integral = dimension.times(Dimension.TIME);
    if (known.containsKey(integral)) {
      return Optional.of(over(known.get(integral), "s"));
    }
    return Optional.empty();
  }

  private static Optional<String> pair(Dimension dimension, Map<Dimension, String> known) {
    Dimension inverse = Dimension.NONE.dividedBy(dimension);
    if (known.containsKey(inverse)) {
      return Optional.of(over("1", known.get(inverse)));
    }
    for (Map.Entry<Dimension, String> first : known.entrySet()) {
      if (first.getKey().power(2).equals(dimension)) {
        return Optional.of(first.getValue() + "^2");
      }
      String other = known.get(dimension.times(first.getKey()));
      if (other != null) {
        return Optional.of(over(other, first.getValue()));
      }
      String factor = known.get(dimension.dividedBy(first.getKey()));
      if (factor != null) {
        return Optional.of(first.getValue() + "*" + factor);
      }
    }
    return Optional.empty();
  }

  private static String over(String top, String bottom) {
    boolean compound = bottom.contains("/") || bottom.contains("*");
    return top + "/" + (compound ? "(" + bottom + ")" : bottom);
  }
}
