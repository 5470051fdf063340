package dev.glia.api.equations;

import dev.glia.api.equations.internal.algebra.Substitution;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds stimuli to the receptors and inputs of a population. */
final class DriveAssembly {
  private final NeuronEquations neuron;
  private final Map<String, JoinedReceptor> receptors;
  private final Streams streams;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Expr> currents = new LinkedHashMap<>();
  private final Map<String, Expr> arrivals = new LinkedHashMap<>();

  DriveAssembly(NeuronEquations neuron, Map<String, JoinedReceptor> receptors, Streams streams) {
    this.neuron = neuron;
    this.receptors = receptors;
    this.streams = streams;
  }

  void add(Drive drive) {
    switch (drive) {
      case Drive.Current current -> add(current);
      case Drive.Poisson poisson -> add(poisson);
    }
  }

  private void add(Drive.Current drive) {
    Unit unit =
        neuron.inputs().stream()
            .filter(input -> input.name().equals(drive.input()))
            .map(Input::unit)
            .findFirst()
            .orElseThrow(() -> unknown(drive, "input", drive.input()));
    Expr amplitude = parameter(drive, "amplitude", unit, 0, Range.ANY, "constant stimulus");
    currents.merge(drive.input(), amplitude, Terms::sum);
  }

  private void add(Drive.Poisson drive) {
    JoinedReceptor receptor = receptors.get(drive.receptor());
    if (receptor == null || receptor.arrival().isEmpty()) {
      throw unknown(drive, "receptor for spikes", drive.receptor());
    }
    Range rates = new Range(0, false, Double.POSITIVE_INFINITY, true);
    Expr rate = parameter(drive, "rate", Unit.parse("Hz"), 0, rates, "events per second");
    Expr weight =
        parameter(drive, "weight", receptor.weight(), Double.NaN, Range.ANY, "weight of an event");
    Expr mean = Terms.product(rate, Terms.DT);
    Expr count = new Expr.Call(Function.POISSON, List.of(mean), Type.PLAIN, streams.next());
    Expr events = Terms.product(weight, count);
    Expr before = arrivals.getOrDefault(drive.receptor(), arrived(receptor));
    arrivals.put(drive.receptor(), Terms.sum(before, events));
  }

  private Expr parameter(
      Drive drive, String name, Unit unit, double value, Range range, String description) {
    String joined = drive.name() + "." + name;
    parameters.add(new Parameter(joined, unit, value, range, description));
    return new Expr.Name(joined, Scope.PARAMETER, unit.dimension());
  }

  private static EquationException unknown(Drive drive, String kind, String name) {
    return new SourceText(drive.name(), name)
        .error(0, "the population has no " + kind + " '" + name + "'");
  }

  private static Expr.Name arrived(JoinedReceptor receptor) {
    return new Expr.Name(receptor.receptor().name(), Scope.ARRIVED, receptor.weight().dimension());
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** What drives send into inputs, by input. */
  Map<String, Expr> currents() {
    return currents;
  }

  /** Names the sums of arrived and drawn events, once a receptor. */
  List<Statement> events() {
    List<Statement> events = new ArrayList<>();
    arrivals.forEach((receptor, sum) -> events.add(new Statement.Let(local(receptor), sum)));
    return events;
  }

  /** A jump that takes the drawn events into account. */
  Statement.Assign withEvents(JoinedReceptor receptor, Statement.Assign jump) {
    String name = receptor.receptor().name();
    if (!arrivals.containsKey(name)) {
      return jump;
    }
    Dimension dimension = receptor.weight().dimension();
    Expr value =
        Substitution.replace(jump.value(), arrived(receptor), Terms.local(local(name), dimension));
    return new Statement.Assign(jump.target(), jump.scope(), value, jump.unlessRefractory());
  }

  private static String local(String receptor) {
    return "arrived(" + receptor + ")";
  }
}
