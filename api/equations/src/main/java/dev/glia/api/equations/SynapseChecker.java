package dev.glia.api.equations;

import dev.glia.api.equations.internal.checking.EquationChecker;
import dev.glia.api.equations.internal.checking.EquationTable;
import dev.glia.api.equations.internal.checking.ExpressionChecker;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.Neighbor;
import dev.glia.api.equations.internal.checking.ParameterReader;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.solving.Ode;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Kind;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the trees of a synapse model their meaning at a receptor. */
final class SynapseChecker {
  private final SynapseSource source;
  private final Place place;
  private final EquationTable table;
  private final Names names;
  private final Streams streams;
  private final Unit weight;
  private final Map<String, Expr.Name> state = new LinkedHashMap<>();
  private final List<Variable> variables = new ArrayList<>();
  private final Map<String, String> constants = new LinkedHashMap<>();

  /**
   * Where a synapse acts.
   *
   * @param prefix of its names in the joined program
   * @param unit that {@code target} stands for
   * @param target what {@code target} is in {@code on spike} statements
   * @param pre variables of the source
   * @param post variables of the target, in {@code output}
   * @param coupledPost the same, in {@code continuous}
   * @param arrived the sum of the weights
   */
  record Place(
      String prefix,
      Unit unit,
      Expr.Name target,
      Neighbor pre,
      Neighbor post,
      Neighbor coupledPost,
      String arrived) {}

  private SynapseChecker(
      SynapseSource source, List<ParameterText> parameterTexts, Place place, Streams streams) {
    this.source = source;
    this.place = place;
    this.streams = streams;
    this.names = names(place);
    this.weight = weight();
    Map<String, String> taken = new LinkedHashMap<>();
    for (Parameter parameter : ParameterReader.read(parameterTexts, names)) {
      String joined = place.prefix + parameter.name();
      names.put(
          parameter.name(), new Expr.Name(joined, Scope.PARAMETER, parameter.unit().dimension()));
      taken.put(parameter.name(), "a parameter");
    }
    constants.putAll(taken);
    constants.put("w", "the weight");
    taken.put("w", "the weight");
    taken.put("target", "the variable of the neuron that the synapse acts on");
    this.table = new EquationTable(source.equations(), taken, Set.of());
  }

  /** Checks a model; units that aren't known at the place may fit everywhere. */
  static SynapseBody check(
      SynapseSource source, List<ParameterText> parameters, Place place, Streams streams) {
    return new SynapseChecker(source, parameters, place, streams).check();
  }

  /** The parameters of a model with their own names. */
  static List<Parameter> parameters(List<ParameterText> texts, Place place) {
    return ParameterReader.read(texts, names(place));
  }

  private static Names names(Place place) {
    Names names =
        new Names()
            .putUnit(SynapseSource.TARGET, place.unit)
            .hide("w", "is only known in 'on spike' and 'continuous'");
    names.unitNames().use(place.unit);
    return names;
  }

  private SynapseBody check() {
    for (Equation equation : table.equations()) {
      declare(equation);
    }
    new EquationChecker(table, names, streams).defineSubexpressions();
    List<Ode> odes = new ArrayList<>();
    for (Equation equation : table.of(Kind.DERIVATIVE)) {
      Expr rate = new EquationChecker(table, names, streams).rate(equation, false);
      odes.add(new Ode(state.get(equation.name()), rate, false, table.source(), equation.at()));
    }
    Names output = names.copy().putNeighbor("_post", place.post);
    Names coupled =
        names
            .copy()
            .put("w", new Expr.Name("w", Scope.SYNAPSE, weight.dimension()))
            .putNeighbor("_pre", place.pre)
            .putNeighbor("_post", place.coupledPost);
    return new SynapseBody(
        weight,
        variables,
        odes,
        jumps(),
        source.output().map(section -> flow(section, output, "the output")),
        source.continuous().map(section -> flow(section, coupled, "the continuous term")));
  }

  private Unit weight() {
    try {
      return Unit.parse(source.weight().text(), names.units());
    } catch (UnitException e) {
      throw source.weight().error(0, e.getMessage());
    }
  }

  private void declare(Equation equation) {
    if (equation.kind() == Kind.SUBEXPRESSION) {
      constants.put(equation.name(), "a sub-expression");
      return;
    }
    Unit unit = table.unit(equation, names);
    String joined = place.prefix + equation.name();
    Expr.Name variable = new Expr.Name(joined, Scope.STATE, unit.dimension());
    state.put(equation.name(), variable);
    variables.add(new Variable(joined, unit, new Expr.Number(0, unit.dimension())));
    names.put(equation.name(), variable);
  }

  private List<Statement.Assign> jumps() {
    Map<String, Expr.Name> targets = new LinkedHashMap<>(state);
    targets.put(SynapseSource.TARGET, place.target);
    return new JumpChecker(source.onSpike(), names, weight, place.target, place.arrived, streams)
        .check(targets, constants);
  }

  private Expr flow(Section<Node> section, Names available, String subject) {
    ExpressionChecker checker = new ExpressionChecker(section.source(), available, streams);
    if (!place.unit.dimension().isKnown()) {
      Expr value = checker.number(section.content());
      if (value.type().dimension().isKnown()) {
        return value; // whether the target has this unit is seen when it's known
      }
    }
    return checker.real(section.content(), place.unit.dimension(), subject, place.unit.symbol());
  }
}
