package dev.glia.api.equations;

import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.algebra.Substitution;
import dev.glia.api.equations.internal.checking.EquationChecker;
import dev.glia.api.equations.internal.checking.EquationTable;
import dev.glia.api.equations.internal.checking.ExpressionChecker;
import dev.glia.api.equations.internal.checking.Names;
import dev.glia.api.equations.internal.checking.StatementChecker;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.equations.internal.solving.Ode;
import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Flag;
import dev.glia.api.equations.internal.syntax.Equation.Kind;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the trees of a neuron model their meaning, with given expressions for its inputs. */
final class NeuronChecker {
  private final NeuronSource source;
  private final EquationTable table;
  private final Names names;
  private final Streams streams;
  private final Map<String, Expr.Name> state = new LinkedHashMap<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, String> constants = new LinkedHashMap<>();

  private NeuronChecker(
      NeuronSource source,
      EquationTable table,
      List<Parameter> parameters,
      Names names,
      Streams streams) {
    this.source = source;
    this.table = table;
    this.names = names;
    this.streams = streams;
    for (Parameter parameter : parameters) {
      Dimension dimension = parameter.unit().dimension();
      names.put(parameter.name(), new Expr.Name(parameter.name(), Scope.PARAMETER, dimension));
      constants.put(parameter.name(), "a parameter");
    }
  }

  /**
   * Checks a model.
   *
   * @param inputs what each input stands for
   */
  static NeuronBody check(
      NeuronSource source,
      EquationTable table,
      List<Parameter> parameters,
      Names names,
      Map<String, Expr> inputs,
      Streams streams) {
    return new NeuronChecker(source, table, parameters, names, streams).check(inputs);
  }

  private NeuronBody check(Map<String, Expr> inputs) {
    for (Equation equation : table.equations()) {
      declare(equation, inputs);
    }
    EquationChecker equations = new EquationChecker(table, names, streams);
    equations.defineSubexpressions();
    List<Ode> odes = new ArrayList<>();
    for (Equation equation : table.of(Kind.DERIVATIVE)) {
      Expr rate = equations.rate(equation, true);
      boolean held = equation.has(Flag.UNLESS_REFRACTORY);
      odes.add(new Ode(state.get(equation.name()), rate, held, table.source(), equation.at()));
    }
    return new NeuronBody(
        variables(),
        odes,
        statements(source.everyTick(), beforeInputs("isn't summed yet in 'every tick'")),
        source.spike().map(spike -> expressions(spike).truth(spike.content())),
        statements(
            source.reset(),
            source.delayedReset()
                ? beforeInputs("isn't summed yet when the reset runs, in the next tick")
                : names),
        source.refractory().map(this::time));
  }

  private void declare(Equation equation, Map<String, Expr> inputs) {
    String name = equation.name();
    if (equation.kind() == Kind.SUBEXPRESSION) {
      constants.put(name, "a sub-expression");
    } else if (equation.has(Flag.INPUT)) {
      table.unit(equation, names);
      names.put(name, inputs.get(name));
      constants.put(name, "an input");
    } else {
      Unit unit = table.unit(equation, names);
      Expr.Name variable = new Expr.Name(name, Scope.STATE, unit.dimension());
      state.put(name, variable);
      units.put(name, unit);
      names.put(name, variable);
    }
  }

  private List<Variable> variables() {
    Map<String, Expr> initial = new LinkedHashMap<>();
    state.forEach((name, v) -> initial.put(name, new Expr.Number(0, v.dimension())));
    Names atStart =
        beforeInputs("isn't known at the start")
            .hide("t", "isn't known at the start")
            .hide("dt", "isn't known at the start");
    StatementChecker checker = assigning(source.start(), atStart);
    for (Assignment assignment : source.start().content()) {
      Statement.Assign assign = checker.check(assignment);
      Substitution started =
          new Substitution(
              name ->
                  name.scope() == Scope.STATE
                      ? Optional.of(initial.get(name.name()))
                      : Optional.empty());
      initial.put(assign.target(), started.in(assign.value()));
    }
    List<Variable> variables = new ArrayList<>();
    state.keySet().forEach(n -> variables.add(new Variable(n, units.get(n), initial.get(n))));
    return variables;
  }

  private Names beforeInputs(String reason) {
    return names
        .copy()
        .hideWhere(
            value ->
                Occurrences.any(
                    value, part -> part instanceof Expr.Name n && n.scope() == Scope.COUPLED),
            reason);
  }

  private List<Statement.Assign> statements(Section<List<Assignment>> section, Names available) {
    return StatementChecker.check(section, assigning(section, available));
  }

  private StatementChecker assigning(Section<List<Assignment>> section, Names available) {
    StatementChecker checker = new StatementChecker(section.source(), available, streams);
    state.forEach(checker::target);
    constants.forEach(checker::constant);
    return checker;
  }

  private ExpressionChecker expressions(Section<Node> section) {
    return new ExpressionChecker(section.source(), names, streams);
  }

  private Expr time(Section<Node> section) {
    return expressions(section).real(section.content(), Dimension.TIME, "the refractory time", "s");
  }
}
