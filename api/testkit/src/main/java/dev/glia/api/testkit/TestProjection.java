package dev.glia.api.testkit;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The details of one projection of a {@link TestNetwork}; all to all without a wiring. */
public final class TestProjection {
  private final TestPopulation source;
  private final TestPopulation target;
  private String name;
  private String receptor;
  private Optional<SynapseEquations> synapse = Optional.empty();
  private String into = "";
  private Connectivity wiring;
  private Law weight = new Law.Constant(0);
  private Optional<Quantity> weightQuantity = Optional.empty();
  private Law delay = new Law.Constant(0);
  private final List<LearningProgram.Rule> rules = new ArrayList<>();
  private final Map<String, String> ruleParameters = new LinkedHashMap<>();
  private final Map<String, Projection.Modulator> modulators = new LinkedHashMap<>();

  TestProjection(TestPopulation source, TestPopulation target) {
    this.source = source;
    this.target = target;
    name = source.name() + "->" + target.name();
    receptor = "from_" + source.name();
    wiring = Wiring.allToAll(source.size(), target.size());
  }

  public TestProjection name(String value) {
    name = value;
    return this;
  }

  /** The synapse model and the target's input or variable that it acts on. */
  public TestProjection through(SynapseEquations model, String targetInput) {
    synapse = Optional.of(model);
    into = targetInput;
    return this;
  }

  /**
   * The receptor's name; {@code from_} and the source's name without it. Enough on its own if the
   * target has such a receptor already.
   */
  public TestProjection receptor(String value) {
    receptor = value;
    return this;
  }

  public TestProjection wiring(Connectivity value) {
    wiring = value;
    return this;
  }

  public TestProjection weight(String quantity) {
    Quantity parsed = Quantity.parse(quantity);
    weightQuantity = Optional.of(parsed);
    return weight(new Law.Constant(parsed.value()));
  }

  public TestProjection weight(Law law) {
    weight = law;
    return this;
  }

  /** 0 if it isn't given. */
  public TestProjection delay(String quantity) {
    return delay(new Law.Constant(Quantity.parse(quantity).value()));
  }

  public TestProjection delay(Law law) {
    delay = law;
    return this;
  }

  /** Lets it learn by a rule, after those that were added before. */
  public TestProjection learn(String ruleName, LearningEquations rule) {
    rules.add(new LearningProgram.Rule(ruleName, rule));
    return this;
  }

  /** A parameter of a rule, {@code stdp.tau_plus}; {@code 0.1 weight} is in the weight's unit. */
  public TestProjection set(String parameter, String quantity) {
    ruleParameters.put(parameter, quantity);
    return this;
  }

  /** Binds a rule's third factor to the mean of a variable over a population. */
  public TestProjection modulator(String factor, String population, String variable) {
    modulators.put(factor, new Projection.Modulator(population, variable));
    return this;
  }

  void registerReceptor() {
    synapse.ifPresent(
        model -> {
          List<NeuronEquations> read = model.isContinuous() ? List.of(source.model()) : List.of();
          target.receptor(receptor, model, into, read);
        });
  }

  Projection build() {
    Unit unit = weightUnit();
    weightQuantity.ifPresent(
        quantity -> {
          if (!quantity.dimension().equals(unit.dimension())) {
            throw new IllegalArgumentException(
                "a weight of %s is measured in %s, given %s".formatted(name, unit, quantity));
          }
        });
    return new Projection(
        name,
        source.name(),
        target.name(),
        receptor,
        wiring,
        weight,
        delay,
        rules.isEmpty() ? Optional.empty() : Optional.of(plasticity(unit)));
  }

  private Unit weightUnit() {
    PopulationProgram program = target.program();
    for (PopulationProgram.Arrival arrival : program.arrivals()) {
      if (arrival.receptor().equals(receptor)) {
        return arrival.weightUnit();
      }
    }
    for (PopulationProgram.Coupling coupling : program.couplings()) {
      if (coupling.receptor().equals(receptor)) {
        return coupling.weightUnit();
      }
    }
    throw new IllegalArgumentException(
        "%s: %s has no receptor '%s'".formatted(name, target.name(), receptor));
  }

  private Projection.Plasticity plasticity(Unit weightUnit) {
    LearningProgram program = LearningProgram.of(rules, weightUnit, source.model(), target.model());
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : program.parameters()) {
      String given = ruleParameters.get(parameter.name());
      if (given == null && parameter.isRequired()) {
        throw new IllegalArgumentException(name + ": " + parameter.name() + " needs a value");
      }
      values.put(
          parameter.name(),
          given == null ? parameter.defaultValue() : value(parameter, given, weightUnit));
    }
    if (!values.keySet().containsAll(ruleParameters.keySet())) {
      throw new IllegalArgumentException(
          "%s: its rules have %s, not all of %s"
              .formatted(name, values.keySet(), ruleParameters.keySet()));
    }
    return new Projection.Plasticity(program, values, modulators);
  }

  private double value(Parameter parameter, String text, Unit weightUnit) {
    if (text.endsWith(" weight")) {
      String number = text.substring(0, text.length() - " weight".length());
      return Double.parseDouble(number) * weightUnit.scale();
    }
    Quantity quantity = Quantity.parse(text);
    if (!quantity.dimension().equals(parameter.unit().dimension())) {
      throw new IllegalArgumentException(
          "%s: %s is measured in %s, given %s"
              .formatted(name, parameter.name(), parameter.unit(), text));
    }
    return quantity.value();
  }
}
