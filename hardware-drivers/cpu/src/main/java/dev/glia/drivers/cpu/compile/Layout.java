package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which number each array of a population has: its state, the refractory counts, what arrived, what
 * is coupled, and parameters and coefficients that differ between neurons.
 */
public final class Layout {
  private final PopulationProgram program;
  private final List<String> each = new ArrayList<>();
  private final List<Scope> eachScope = new ArrayList<>();

  Layout(PopulationProgram program, Set<String> eachParameters) {
    this.program = program;
    for (Parameter parameter : program.parameters()) {
      if (eachParameters.contains(parameter.name())) {
        each.add(parameter.name());
        eachScope.add(Scope.PARAMETER);
      }
    }
    for (Coefficients coefficients : program.coefficients()) {
      if (coefficients.parameters().stream().anyMatch(eachParameters::contains)) {
        each.addAll(coefficients.names());
        coefficients.names().forEach(name -> eachScope.add(Scope.COEFFICIENT));
      }
    }
  }

  public int state(String variable) {
    for (int i = 0; i < program.state().size(); i++) {
      if (program.state().get(i).name().equals(variable)) {
        return i;
      }
    }
    return -1;
  }

  /** Ticks for which a neuron is still held. */
  public int refractory() {
    return program.state().size();
  }

  /** Ticks for which a spike holds a neuron, where that differs between neurons. */
  public int holdTicks() {
    return refractory() + 1;
  }

  public int arrival(int index) {
    return holdTicks() + 1 + index;
  }

  public int coupling(int index) {
    return arrival(program.arrivals().size()) + index;
  }

  /** Array of a parameter or coefficient that differs between neurons; -1 if it doesn't. */
  public int each(String name, Scope scope) {
    for (int i = 0; i < each.size(); i++) {
      if (eachScope.get(i) == scope && each.get(i).equals(name)) {
        return firstEach() + i;
      }
    }
    return -1;
  }

  private int firstEach() {
    return coupling(program.couplings().size());
  }

  /** Number of arrays; tiles come after them. */
  public int size() {
    return firstEach() + each.size();
  }

  /** Names for a loop in which a neuron's elements are at a place. */
  Names names(Place place) {
    Names names = new Names();
    for (int i = 0; i < program.state().size(); i++) {
      names.put(program.state().get(i).name(), Scope.STATE, i, place);
    }
    for (int i = 0; i < program.arrivals().size(); i++) {
      names.put(program.arrivals().get(i).name(), Scope.ARRIVED, arrival(i), place);
    }
    for (int i = 0; i < program.couplings().size(); i++) {
      names.put(program.couplings().get(i).name(), Scope.COUPLED, coupling(i), place);
    }
    for (int i = 0; i < each.size(); i++) {
      names.put(each.get(i), eachScope.get(i), firstEach() + i, place);
    }
    return names;
  }
}
