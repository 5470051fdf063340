package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Flag;
import dev.glia.api.equations.internal.syntax.Equation.Kind;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The equations of one model, each name declared once and with a proper unit. */
public final class EquationTable {
  private final SourceText source;
  private final List<Equation> equations;

  /**
   * Checks what can be checked line by line.
   *
   * @param taken names of parameters and the like, with what they are: {@code a parameter}
   * @param flags that may be used
   */
  public EquationTable(
      Section<List<Equation>> section, Map<String, String> taken, Set<Flag> flags) {
    this.source = section.source();
    this.equations = section.content();
    Set<String> seen = new LinkedHashSet<>();
    for (Equation equation : equations) {
      String name = equation.name();
      if (Names.isReserved(name)) {
        throw error(equation, "'" + name + "' has a meaning already: choose another name");
      }
      if (taken.containsKey(name)) {
        throw error(equation, "'" + name + "' is already " + taken.get(name));
      }
      if (!seen.add(name)) {
        throw error(equation, "'" + name + "' is declared twice");
      }
      checkFlags(equation, flags);
    }
  }

  private void checkFlags(Equation equation, Set<Flag> allowed) {
    equation
        .flags()
        .forEach(
            (flag, at) -> {
              if (!allowed.contains(flag)) {
                throw source.error(at, "(" + flag.words() + ") has no meaning in this model");
              }
              boolean declares = flag == Flag.INPUT || flag == Flag.MODULATOR;
              if (declares && equation.kind() != Kind.DECLARATION) {
                throw source.error(
                    at, "a line marked (" + flag.words() + ") is only a name and its unit");
              }
              if (flag == Flag.UNLESS_REFRACTORY && equation.kind() != Kind.DERIVATIVE) {
                throw source.error(at, "(unless refractory) is for lines as dv/dt = …");
              }
            });
  }

  public SourceText source() {
    return source;
  }

  public List<Equation> equations() {
    return equations;
  }

  /** Lines of one kind. */
  public List<Equation> of(Kind kind) {
    List<Equation> found = new ArrayList<>();
    for (Equation equation : equations) {
      if (equation.kind() == kind) {
        found.add(equation);
      }
    }
    return found;
  }

  /** The unit of a line's name. */
  public Unit unit(Equation equation, Names names) {
    try {
      Unit unit = Unit.parse(equation.unit(), names.units());
      names.unitNames().use(unit);
      return unit;
    } catch (UnitException e) {
      throw source.error(equation.unitAt(), e.getMessage());
    }
  }

  public EquationException error(Equation equation, String problem) {
    return source.error(equation.nameAt(), problem);
  }
}
