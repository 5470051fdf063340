package dev.glia.platform.runner.building;

import dev.glia.api.equations.Drive;
import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Range;
import dev.glia.api.equations.Receptor;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.api.random.Streams;
import dev.glia.api.topology.Layer;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.platform.runner.reading.Quantities;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A population while projections and inputs are still being added to it. One thread. */
final class PopulationDraft {
  private static final List<String> FIELDS = List.of("model", "size", "shape", "start");

  /** A value that belongs to a parameter of the joined program, and whose it is. */
  private record Given(ValueMap.Entry entry, String field, String asker) {}

  final PopulationSpec spec;
  final NeuronEquations neuron;
  final String model;
  private final long seed;
  private final Problems problems;
  private final List<Receptor> receptors = new ArrayList<>();
  private final List<Drive> drives = new ArrayList<>();
  private final Map<String, Given> given = new LinkedHashMap<>();
  private final Map<String, Double> fixed = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  PopulationDraft(
      PopulationSpec spec, String model, NeuronEquations neuron, long seed, Problems problems) {
    this.spec = spec;
    this.model = model;
    this.neuron = neuron;
    this.seed = seed;
    this.problems = problems;
    GivenParameters.ofModel(model, neuron.parameters(), FIELDS)
        .in(spec.getModel(), spec.getName(), problems)
        .forEach(
            (name, entry) -> given.put(name, new Given(entry, spec.getName() + "." + name, model)));
  }

  String name() {
    return spec.getName();
  }

  Layer layer() {
    return spec.getShapeCount() == 2
        ? new Layer(name(), spec.getSize(), spec.getShape(0), spec.getShape(1))
        : Layer.of(name(), spec.getSize());
  }

  /** A name that no receptor or drive of this population has yet: {@code exponential-2}. */
  String freeName(String wanted) {
    String free = wanted;
    for (int number = 2; !names.add(free); number++) {
      free = wanted + "-" + number;
    }
    return free;
  }

  void add(Receptor receptor) {
    receptors.add(receptor);
  }

  void add(Drive drive) {
    drives.add(drive);
  }

  /** A value for a parameter of a receptor or drive, {@code exponential.tau}. */
  void give(String parameter, ValueMap.Entry entry, String field, String asker) {
    given.put(parameter, new Given(entry, field, asker));
  }

  /** A value in SI base units that was checked already. */
  void fix(String parameter, double value) {
    fixed.put(parameter, value);
  }

  /** The joined program with one more receptor; absent if the units don't fit. */
  Optional<PopulationProgram> trial(Receptor receptor) {
    try {
      return Optional.of(PopulationProgram.of(neuron, List.of(receptor), List.of()));
    } catch (EquationException e) {
      return Optional.empty();
    }
  }

  /** The population with everything that was added; absent, and noted, if something doesn't fit. */
  Optional<Population> build() {
    PopulationProgram program;
    try {
      program = PopulationProgram.of(neuron, receptors, drives);
    } catch (EquationException e) {
      problems.add(spec.getPlace(), name(), e.getMessage());
      return Optional.empty();
    }
    int before = problems.size();
    Map<String, Values> parameters = new LinkedHashMap<>();
    for (Parameter parameter : program.parameters()) {
      value(parameter).ifPresent(values -> parameters.put(parameter.name(), values));
    }
    Map<String, Values> start = start(program);
    if (problems.size() == before) {
      checkRelated(program, new RelatedBounds(parameters));
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Population(
            name(), model, spec.getSize(), neuron, receptors, drives, program, parameters, start));
  }

  private void checkRelated(PopulationProgram program, RelatedBounds bounds) {
    for (Parameter parameter : program.parameters()) {
      Optional<Given> given = Optional.ofNullable(this.given.get(parameter.name()));
      bounds
          .problem(parameter, given.map(Given::asker).orElse(model))
          .ifPresent(
              message ->
                  problems.add(
                      given.map(g -> g.entry().getPlace()).orElse(spec.getPlace()),
                      given.map(Given::field).orElse(name() + "." + parameter.name()),
                      message));
    }
  }

  private Optional<Values> value(Parameter parameter) {
    Given given = this.given.get(parameter.name());
    if (given != null) {
      Numbers numbers =
          new Numbers(
              given.asker(),
              parameter.unit(),
              parameter.range(),
              parameter.defaultValue(),
              given.field(),
              problems);
      return values(numbers, given.entry(), "parameter/" + parameter.name());
    }
    if (fixed.containsKey(parameter.name())) {
      return Optional.of(Values.shared(fixed.get(parameter.name())));
    }
    if (parameter.isRequired()) {
      String wanted = Quantities.wanted(parameter.unit(), parameter.range());
      problems.add(
          spec.getPlace(),
          name() + "." + parameter.name(),
          "is missing, " + model + " wants " + wanted + ".");
      return Optional.empty();
    }
    return Optional.of(Values.shared(parameter.defaultValue()));
  }

  private Map<String, Values> start(PopulationProgram program) {
    Map<String, Values> start = new LinkedHashMap<>();
    List<String> names = program.state().stream().map(Variable::name).toList();
    for (ValueMap.Entry entry : spec.getStart().getEntriesList()) {
      String field = name() + ".start." + entry.getKey();
      int index = names.indexOf(entry.getKey());
      if (index < 0) {
        problems.add(
            entry.getPlace(),
            field,
            model
                + " has no variable '"
                + entry.getKey()
                + "'. "
                + Problems.advice(entry.getKey(), names));
        continue;
      }
      Variable variable = program.state().get(index);
      Numbers numbers = new Numbers(model, variable.unit(), Range.ANY, Double.NaN, field, problems);
      values(numbers, entry, "start/" + variable.name())
          .ifPresent(values -> start.put(variable.name(), values));
    }
    return start;
  }

  /** One value, a list, or draws: neuron i's from entity i of the stream named after what it is. */
  private Optional<Values> values(Numbers numbers, ValueMap.Entry entry, String what) {
    long key = Streams.key(seed, "population/" + name() + "/" + what);
    return numbers.each(entry.getValue(), spec.getSize(), key, entry.getPlace()).map(Values::each);
  }
}
