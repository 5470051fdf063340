package dev.glia.api.equations;

import dev.glia.api.equations.internal.checking.Neighbor;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.solving.Ode;
import dev.glia.api.equations.internal.solving.Solution;
import dev.glia.api.equations.internal.solving.SystemSolver;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins the learning rules of one projection. */
final class LearningAssembly {
  private final Streams streams = new Streams();
  private final Map<Scope, List<Variable>> variables = LearningBody.sides();
  private final Map<Scope, List<Ode>> odes = LearningBody.sides();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Coefficients> coefficients = new ArrayList<>();
  private final List<String> modulators = new ArrayList<>();
  private final List<Statement> onPre = new ArrayList<>();
  private final List<Statement> onPost = new ArrayList<>();
  private final List<Statement> everyTick = new ArrayList<>();
  private final Map<String, List<Statement>> onEvent = new LinkedHashMap<>();
  private final Set<String> rules = new HashSet<>();

  private LearningAssembly() {}

  static LearningProgram assemble(
      List<LearningProgram.Rule> rules,
      Unit weightUnit,
      NeuronEquations source,
      NeuronEquations target) {
    Neighbor pre = Neighbor.of("the source", Scope.PRE_NEURON, source.state());
    Neighbor post = Neighbor.of("the target", Scope.POST_NEURON, target.state());
    LearningAssembly assembly = new LearningAssembly();
    for (LearningProgram.Rule rule : rules) {
      assembly.add(rule, new LearningChecker.Place(rule.name() + ".", weightUnit, pre, post));
    }
    return assembly.program();
  }

  private void add(LearningProgram.Rule rule, LearningChecker.Place place) {
    SourceText name = new SourceText("rule", rule.name());
    if (!rule.name().matches("\\p{L}[\\p{L}0-9_-]{0,99}")) {
      throw name.error(0, "a name is a letter, then letters, digits, _ or -");
    }
    if (!rules.add(rule.name())) {
      throw name.error(0, "two rules are called '" + rule.name() + "'");
    }
    CheckedLearning checked = rule.equations().checked();
    LearningBody body =
        LearningChecker.check(
            checked.source().within(rule.name()), checked.parameterTexts(), place, streams);
    for (Parameter parameter : LearningChecker.parameters(checked.parameterTexts(), place)) {
      parameters.add(Prefixed.parameter(place.prefix(), parameter));
    }
    body.variables().forEach((scope, found) -> variables.get(scope).addAll(found));
    body.odes().forEach((scope, found) -> odes.get(scope).addAll(found));
    modulators.addAll(body.modulators());
    onPre.addAll(body.onPre());
    onPost.addAll(body.onPost());
    everyTick.addAll(body.everyTick());
    body.onEvent()
        .forEach(
            (event, statements) ->
                onEvent.computeIfAbsent(event, e -> new ArrayList<>()).addAll(statements));
  }

  private LearningProgram program() {
    return new LearningProgram(
        variables.get(Scope.PRE),
        variables.get(Scope.POST),
        variables.get(Scope.SYNAPSE),
        parameters,
        coefficients,
        modulators,
        integrate(Scope.PRE),
        integrate(Scope.POST),
        integrate(Scope.SYNAPSE),
        onPre,
        onPost,
        everyTick,
        onEvent);
  }

  /** Exactly where it's linear; what else there is depends on neurons, which stand still here. */
  private List<Statement> integrate(Scope side) {
    List<Ode> equations = odes.get(side);
    checkOnce(equations);
    SystemSolver system = new SystemSolver(equations, streams);
    Solution solution =
        solved(equations, system, system.isExact() ? Solver.EXACT : Solver.EXPONENTIAL_EULER);
    coefficients.addAll(solution.coefficients());
    return solution.statements();
  }

  private static Solution solved(List<Ode> equations, SystemSolver system, Solver method) {
    try {
      return system.solve(method);
    } catch (ArithmeticException e) {
      Ode first = equations.getFirst();
      throw first.source().error(first.at(), "units out of all proportion: " + e.getMessage());
    }
  }

  /** Only the weight can have equations in several rules. */
  private static void checkOnce(List<Ode> equations) {
    Set<Expr.Name> seen = new HashSet<>();
    for (Ode ode : equations) {
      if (!seen.add(ode.variable())) {
        throw ode.source().error(ode.at(), "another rule has an equation for w already");
      }
    }
  }
}
