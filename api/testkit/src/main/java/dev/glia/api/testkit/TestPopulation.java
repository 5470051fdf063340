package dev.glia.api.testkit;

import dev.glia.api.equations.Drive;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Receptor;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The details of one population of a {@link TestNetwork}. */
public final class TestPopulation {
  private final String name;
  private final int size;
  private final NeuronEquations model;
  private final List<Receptor> receptors = new ArrayList<>();
  private final List<Drive> drives = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, Object> start = new LinkedHashMap<>();
  private Optional<PopulationProgram> program = Optional.empty();

  TestPopulation(String name, int size, NeuronEquations model) {
    this.name = name;
    this.size = size;
    this.model = model;
  }

  /** A parameter of the model, or {@code receptor.parameter}, {@code drive.parameter}. */
  public TestPopulation set(String parameter, String quantity) {
    parameters.put(parameter, Quantity.parse(quantity));
    return this;
  }

  /** A parameter in SI base units: one value, or one a neuron. */
  public TestPopulation set(String parameter, double... values) {
    parameters.put(parameter, values.clone());
    return this;
  }

  /** The initial value of a state variable. */
  public TestPopulation start(String variable, String quantity) {
    start.put(variable, Quantity.parse(quantity));
    return this;
  }

  /** Initial values in SI base units: one, or one a neuron. */
  public TestPopulation start(String variable, double... values) {
    start.put(variable, values.clone());
    return this;
  }

  /** A receptor that projections and Poisson drives may name. */
  public TestPopulation receptor(String receptor, SynapseEquations synapse, String into) {
    return receptor(receptor, synapse, into, List.of());
  }

  /** The same, with the models whose variables a continuous synapse reads. */
  TestPopulation receptor(
      String receptor, SynapseEquations synapse, String into, List<NeuronEquations> sources) {
    program = Optional.empty();
    Set<NeuronEquations> all = new LinkedHashSet<>(sources);
    for (Receptor known : receptors) {
      if (known.name().equals(receptor)) {
        if (!known.synapse().equals(synapse) || !known.into().equals(into)) {
          throw new IllegalArgumentException(
              name + " has another receptor '" + receptor + "': give one of them a name");
        }
        all.addAll(known.sources());
      }
    }
    receptors.removeIf(known -> known.name().equals(receptor));
    receptors.add(new Receptor(receptor, synapse, into, List.copyOf(all)));
    return this;
  }

  /** A constant into an input, called {@code drive}. */
  public TestPopulation current(String drive, String input, String amplitude) {
    drives.add(new Drive.Current(drive, input));
    return set(drive + ".amplitude", amplitude);
  }

  /** A constant into an input, called {@code drive}; in SI base units. */
  public TestPopulation current(String drive, String input, double amplitude) {
    drives.add(new Drive.Current(drive, input));
    return set(drive + ".amplitude", amplitude);
  }

  /** Poisson events onto a receptor, called {@code drive}. */
  public TestPopulation poisson(String drive, String receptor, String rate, String weight) {
    drives.add(new Drive.Poisson(drive, receptor));
    set(drive + ".rate", rate);
    return set(drive + ".weight", weight);
  }

  String name() {
    return name;
  }

  int size() {
    return size;
  }

  NeuronEquations model() {
    return model;
  }

  /** Neuron, receptors and drives joined, as they are now. */
  PopulationProgram program() {
    if (program.isEmpty()) {
      program = Optional.of(PopulationProgram.of(model, receptors, drives));
    }
    return program.get();
  }

  Unit unitOf(String variable) {
    return program().state().stream()
        .filter(v -> v.name().equals(variable))
        .map(Variable::unit)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no variable " + variable));
  }

  Population build() {
    PopulationProgram joined = program();
    Map<String, Unit> known = new LinkedHashMap<>();
    Map<String, Values> values = new LinkedHashMap<>();
    for (Parameter parameter : joined.parameters()) {
      known.put(parameter.name(), parameter.unit());
      if (!parameter.isRequired()) {
        values.put(parameter.name(), Values.shared(parameter.defaultValue()));
      }
    }
    values.putAll(checked(parameters, known));
    for (String parameter : known.keySet()) {
      if (!values.containsKey(parameter)) {
        throw new IllegalArgumentException(name + "." + parameter + " needs a value");
      }
    }
    Map<String, Unit> variables = new LinkedHashMap<>();
    joined.state().forEach(variable -> variables.put(variable.name(), variable.unit()));
    return new Population(
        name,
        "test@0.0.0",
        size,
        model,
        receptors,
        drives,
        joined,
        values,
        checked(start, variables));
  }

  private Map<String, Values> checked(Map<String, Object> given, Map<String, Unit> known) {
    Map<String, Values> values = new LinkedHashMap<>();
    given.forEach(
        (key, value) -> {
          Unit unit = known.get(key);
          if (unit == null) {
            throw new IllegalArgumentException(
                name + " has no '" + key + "', only " + known.keySet());
          }
          values.put(key, values(key, value, unit));
        });
    return values;
  }

  private Values values(String key, Object given, Unit unit) {
    if (given instanceof Quantity quantity) {
      if (!quantity.dimension().equals(unit.dimension())) {
        throw new IllegalArgumentException(
            "%s.%s is measured in %s, given %s".formatted(name, key, unit, quantity));
      }
      return Values.shared(quantity.value());
    }
    double[] each = (double[]) given;
    if (each.length != 1 && each.length != size) {
      throw new IllegalArgumentException(
          "%s.%s takes 1 or %d values, given %d".formatted(name, key, size, each.length));
    }
    return Values.each(each);
  }
}
