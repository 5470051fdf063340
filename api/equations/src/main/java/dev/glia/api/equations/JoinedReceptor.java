package dev.glia.api.equations;

import dev.glia.api.equations.PopulationProgram.Arrival;
import dev.glia.api.equations.PopulationProgram.Coupling;
import dev.glia.api.equations.internal.checking.Neighbor;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.solving.Ode;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import dev.glia.api.units.internal.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A synapse model at its place in a population, its names prefixed and its units known. */
final class JoinedReceptor {
  private final Receptor receptor;
  private final SynapseBody body;
  private final List<Parameter> parameters;

  private JoinedReceptor(Receptor receptor, SynapseBody body, List<Parameter> parameters) {
    this.receptor = receptor;
    this.body = body;
    this.parameters = parameters;
  }

  static JoinedReceptor of(Receptor receptor, NeuronEquations neuron, Streams streams) {
    CheckedSynapse synapse = receptor.synapse().checked();
    SynapseSource source = synapse.source().within(receptor.name());
    List<SynapseChecker.Place> places = places(receptor, neuron);
    // The units must fit for every source; what's computed is the same for all.
    List<SynapseBody> bodies =
        places.stream()
            .map(place -> SynapseChecker.check(source, synapse.parameterTexts(), place, streams))
            .toList();
    SynapseChecker.Place place = places.getFirst();
    List<Parameter> parameters =
        SynapseChecker.parameters(synapse.parameterTexts(), place).stream()
            .map(parameter -> Prefixed.parameter(place.prefix(), parameter))
            .toList();
    return new JoinedReceptor(receptor, bodies.getFirst(), parameters);
  }

  /** One for each model of a source. */
  private static List<SynapseChecker.Place> places(Receptor receptor, NeuronEquations neuron) {
    Unit unit = unit(receptor, neuron);
    return sources(receptor, neuron).stream()
        .map(
            source ->
                new SynapseChecker.Place(
                    receptor.name() + ".",
                    unit,
                    new Expr.Name(receptor.into(), Scope.STATE, unit.dimension()),
                    source,
                    Neighbor.of("the neuron", Scope.STATE, neuron.state()),
                    Neighbor.of("the neuron", Scope.POST_NEURON, neuron.state()),
                    receptor.name()))
        .toList();
  }

  /** The unit of what the receptor acts on. */
  private static Unit unit(Receptor receptor, NeuronEquations neuron) {
    Map<String, Unit> possible = new LinkedHashMap<>();
    boolean onState = receptor.synapse().actsOnState();
    if (onState) {
      neuron.state().forEach(variable -> possible.put(variable.name(), variable.unit()));
    } else {
      neuron.inputs().forEach(input -> possible.put(input.name(), input.unit()));
    }
    Unit unit = possible.get(receptor.into());
    if (unit == null) {
      String kind = onState ? "state variable" : "input";
      String near = Spelling.proposal(receptor.into(), possible.keySet());
      String all =
          possible.isEmpty() ? ": it has none" : ": it has " + String.join(", ", possible.keySet());
      throw new SourceText(receptor.name() + ".into", receptor.into())
          .error(
              0,
              "the neuron has no "
                  + kind
                  + " '"
                  + receptor.into()
                  + "'"
                  + (near.isEmpty() ? all : near));
    }
    return unit;
  }

  private static List<Neighbor> sources(Receptor receptor, NeuronEquations neuron) {
    if (receptor.sources().isEmpty()) {
      return List.of(likeTarget(neuron));
    }
    return receptor.sources().stream()
        .map(source -> Neighbor.of("the source", Scope.PRE_NEURON, source.state()))
        .toList();
  }

  /** Without a known source, its variables are those of the target, or plain numbers. */
  private static Neighbor likeTarget(NeuronEquations neuron) {
    Map<String, Unit> units = new LinkedHashMap<>();
    neuron.state().forEach(variable -> units.put(variable.name(), variable.unit()));
    return new Neighbor() {
      @Override
      public Optional<Expr> variable(String name) {
        Dimension dimension = units.getOrDefault(name, Unit.ONE).dimension();
        return Optional.of(new Expr.Name(name, Scope.PRE_NEURON, dimension));
      }

      @Override
      public String missing(String name) {
        return "";
      }
    };
  }

  Receptor receptor() {
    return receptor;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  List<Variable> state() {
    return body.state();
  }

  List<Ode> odes() {
    return body.odes();
  }

  List<Statement.Assign> jumps() {
    return body.jumps();
  }

  Unit weight() {
    return body.weight();
  }

  /** What flows into the neuron's input. */
  Optional<Expr> output() {
    return body.output()
        .or(
            () ->
                body.continuous()
                    .map(
                        term ->
                            new Expr.Name(
                                receptor.name(), Scope.COUPLED, term.type().dimension())));
  }

  Optional<Arrival> arrival() {
    return body.continuous().isPresent()
        ? Optional.empty()
        : Optional.of(new Arrival(receptor.name(), receptor.name(), body.weight()));
  }

  Optional<Coupling> coupling() {
    return body.continuous()
        .map(term -> new Coupling(receptor.name(), receptor.name(), body.weight(), term));
  }
}
