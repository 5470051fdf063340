package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.ParameterText;
import dev.glia.api.equations.Range;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters of a model: their units, defaults and ranges. */
public final class ParameterReader {
  private static final int MOST = 500;

  private final Names names;
  private final Map<String, Quantity> defaults = new LinkedHashMap<>();

  private ParameterReader(Names names) {
    this.names = names;
  }

  /**
   * Reads parameters.
   *
   * @param names gives the units that have a meaning in this model only, and learns those in use
   * @throws EquationException in a section called {@code parameter tau_m}, or {@code range of
   *     tau_m}
   */
  public static List<Parameter> read(List<ParameterText> texts, Names names) {
    ParameterReader reader = new ParameterReader(names);
    for (ParameterText text : texts) {
      reader.readDefault(text);
    }
    List<Parameter> parameters = new ArrayList<>();
    for (ParameterText text : texts) {
      parameters.add(reader.parameter(text));
    }
    return parameters;
  }

  private void readDefault(ParameterText text) {
    SourceText source = defaultOf(text);
    checkName(text.name(), source);
    if (defaults.size() >= MOST) {
      throw source.error(0, "more than " + MOST + " parameters");
    }
    Quantity quantity = quantity(text.defaultValue(), source);
    if (defaults.put(text.name(), quantity) != null) {
      throw source.error(0, "the parameter " + text.name() + " is declared twice");
    }
    names.unitNames().use(quantity.unit());
  }

  private void checkName(String name, SourceText source) {
    boolean wellFormed = name.matches("[\\p{L}_][\\p{L}0-9_]{0,99}");
    if (!wellFormed) {
      throw source.error(
          0, "a parameter's name is a letter, then letters, digits or _; given '" + name + "'");
    }
    if (names.isTaken(name)) {
      throw source.error(0, "'" + name + "' has a meaning already: choose another name");
    }
  }

  /** A bare unit is a value that must be given: NaN. */
  private Quantity quantity(String text, SourceText source) {
    String stripped = text.strip();
    try {
      if (stripped.isEmpty()) {
        return new Quantity(Double.NaN, Unit.ONE);
      }
      boolean number = "+-−.∞0123456789".indexOf(stripped.charAt(0)) >= 0;
      return number || stripped.startsWith("inf")
          ? Quantity.parse(stripped, names.units())
          : new Quantity(Double.NaN, Unit.parse(stripped, names.units()));
    } catch (UnitException e) {
      throw source.error(0, e.getMessage());
    }
  }

  private Parameter parameter(ParameterText text) {
    Quantity value = defaults.get(text.name());
    Range range = range(text, value.unit());
    Parameter parameter =
        new Parameter(text.name(), value.unit(), value.value(), range, text.description());
    checkDefault(text, parameter);
    return parameter;
  }

  private void checkDefault(ParameterText text, Parameter parameter) {
    Range range = parameter.range();
    boolean boundsKnown =
        range.lowParameter().map(this::isGiven).orElse(true)
            && range.highParameter().map(this::isGiven).orElse(true);
    boolean inside =
        boundsKnown
            ? range.contains(parameter.defaultValue(), name -> defaults.get(name).value())
            : range.contains(parameter.defaultValue());
    if (!parameter.isRequired() && !inside) {
      throw defaultOf(text)
          .error(
              0,
              "the default "
                  + text.defaultValue().strip()
                  + " isn't in the range "
                  + range.text(parameter.unit()));
    }
  }

  private boolean isGiven(String parameter) {
    return !Double.isNaN(defaults.get(parameter).value());
  }

  private Range range(ParameterText text, Unit unit) {
    SourceText source = new SourceText("range of " + text.name(), text.range());
    RangeReader reader = new RangeReader(source, unit, names, defaults);
    return reader.read(text.name());
  }

  private static SourceText defaultOf(ParameterText text) {
    return new SourceText("parameter " + text.name(), text.defaultValue());
  }
}
