package dev.glia.api.equations;

import dev.glia.api.equations.internal.checking.EquationChecker;
import dev.glia.api.equations.internal.checking.EquationTable;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.Neighbor;
import dev.glia.api.equations.internal.checking.ParameterReader;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.solving.Ode;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Flag;
import dev.glia.api.equations.internal.syntax.Equation.Kind;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the trees of a learning rule their meaning on a projection. */
final class LearningChecker {
  private static final Set<Flag> FLAGS = Set.of(Flag.PRE, Flag.POST, Flag.SYNAPSE, Flag.MODULATOR);

  private final LearningSource source;
  private final Place place;
  private final Names names;
  private final EquationTable table;
  private final Streams streams;
  private final Map<String, Expr.Name> variables = new LinkedHashMap<>();
  private final Map<String, String> constants = new LinkedHashMap<>();
  private final Map<Scope, List<Variable>> declared = LearningBody.sides();
  private final List<String> modulators = new ArrayList<>();

  /**
   * Where a rule acts.
   *
   * @param prefix of its names in the joined program
   * @param weight unit that {@code weight} stands for
   */
  record Place(String prefix, Unit weight, Neighbor pre, Neighbor post) {}

  private LearningChecker(
      LearningSource source, List<ParameterText> texts, Place place, Streams streams) {
    this.source = source;
    this.place = place;
    this.streams = streams;
    this.names = names(place);
    Map<String, String> taken = new LinkedHashMap<>();
    for (Parameter parameter : ParameterReader.read(texts, names)) {
      String joined = place.prefix + parameter.name();
      names.put(
          parameter.name(), new Expr.Name(joined, Scope.PARAMETER, parameter.unit().dimension()));
      taken.put(parameter.name(), "a parameter");
    }
    constants.putAll(taken);
    taken.put("weight", "the unit of the weight");
    this.table = new EquationTable(source.equations(), taken, FLAGS);
    variables.put("w", new Expr.Name("w", Scope.SYNAPSE, place.weight.dimension()));
  }

  static LearningBody check(
      LearningSource source, List<ParameterText> parameters, Place place, Streams streams) {
    return new LearningChecker(source, parameters, place, streams).check();
  }

  /** The parameters of a rule with their own names. */
  static List<Parameter> parameters(List<ParameterText> texts, Place place) {
    return ParameterReader.read(texts, names(place));
  }

  private static Names names(Place place) {
    Names names = new Names().put("w", new Expr.Name("w", Scope.SYNAPSE, place.weight.dimension()));
    names.unitNames().use(place.weight);
    return names
        .putUnit("weight", place.weight)
        .putNeighbor("_pre", place.pre)
        .putNeighbor("_post", place.post);
  }

  private LearningBody check() {
    for (Equation equation : table.equations()) {
      declare(equation);
    }
    EquationChecker equations = new EquationChecker(table, names, streams);
    equations.defineSubexpressions();
    Map<Scope, List<Ode>> odes = LearningBody.sides();
    for (Equation equation : table.of(Kind.DERIVATIVE)) {
      Expr.Name variable = variables.get(equation.name());
      Expr rate = equations.rate(equation, false);
      Side.of(variable.scope())
          .stranger(rate)
          .ifPresent(
              stranger -> {
                throw table.error(equation, Side.mixed(equation.subject(), variable, stranger));
              });
      odes.get(variable.scope()).add(new Ode(variable, rate, false, table.source(), equation.at()));
    }
    RuleStatements statements = new RuleStatements(names, variables, constants, streams);
    Map<String, List<Statement.Assign>> events = new LinkedHashMap<>();
    source.onEvent().forEach((name, section) -> events.put(name, statements.onEvent(section)));
    return new LearningBody(
        declared,
        odes,
        modulators,
        statements.on(source.onPre(), Scope.PRE),
        statements.on(source.onPost(), Scope.POST),
        statements.on(source.everyTick(), Scope.SYNAPSE),
        events);
  }

  private void declare(Equation equation) {
    String name = equation.name();
    if (equation.kind() == Kind.SUBEXPRESSION) {
      if (!equation.flags().isEmpty()) {
        throw table.error(equation, "'" + name + "' is a sub-expression: it takes no flag");
      }
      constants.put(name, "a sub-expression");
      return;
    }
    if (equation.flags().size() != 1) {
      throw table.error(
          equation, "mark '" + name + "' with (pre), (post), (synapse) or (modulator)");
    }
    Unit unit = table.unit(equation, names);
    if (name.equals("w")) {
      checkWeight(equation, unit);
      return;
    }
    Scope scope = scope(equation.flags().keySet().iterator().next());
    Expr.Name variable = new Expr.Name(place.prefix + name, scope, unit.dimension());
    names.put(name, variable);
    if (scope == Scope.MODULATOR) {
      modulators.add(variable.name());
      constants.put(name, "a modulator");
    } else {
      variables.put(name, variable);
      declared
          .get(scope)
          .add(new Variable(variable.name(), unit, new Expr.Number(0, unit.dimension())));
    }
  }

  private void checkWeight(Equation equation, Unit unit) {
    if (equation.kind() != Kind.DERIVATIVE || !equation.has(Flag.SYNAPSE)) {
      throw table.error(
          equation, "'w' is the weight: only dw/dt = … : weight (synapse) is allowed");
    }
    if (!unit.dimension().equals(place.weight.dimension())) {
      throw table.error(equation, "w is in " + place.weight.symbol() + ", not in " + unit.symbol());
    }
  }

  private static Scope scope(Flag flag) {
    return switch (flag) {
      case PRE -> Scope.PRE;
      case POST -> Scope.POST;
      case SYNAPSE -> Scope.SYNAPSE;
      case MODULATOR -> Scope.MODULATOR;
      case INPUT, UNLESS_REFRACTORY -> throw new IllegalArgumentException(flag.words());
    };
  }
}
