package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Number;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.algebra.Substitution;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.units.Dimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runge–Kutta methods in which a stage depends on the one before only. Variables of the linear part
 * enter a stage with their exact values at its time, so the order isn't lost.
 */
final class RungeKuttaStep implements RestStep {
  private static final double[] MIDPOINT = {0, 0.5};
  private static final double[] MIDPOINT_WEIGHTS = {0, 1};
  private static final double[] CLASSICAL = {0, 0.5, 0.5, 1};
  private static final double[] CLASSICAL_WEIGHTS = {1, 2, 2, 1};

  private final LinearPart part;
  private final ExactStep whole;
  private final ExactStep half;
  private final double[] times;
  private final double[] weights;
  private final Set<Expr.Name> read = new LinkedHashSet<>();
  private final Map<Integer, List<Statement>> lets = new LinkedHashMap<>();

  RungeKuttaStep(LinearPart part, ExactStep whole, boolean fourthOrder) {
    this.part = part;
    this.whole = whole;
    this.half = new ExactStep(part, "phi_half", 0.5);
    this.times = fourthOrder ? CLASSICAL : MIDPOINT;
    this.weights = fourthOrder ? CLASSICAL_WEIGHTS : MIDPOINT_WEIGHTS;
    part.rest().forEach(ode -> read.addAll(Occurrences.names(ode.rate())));
    for (int stage = 1; stage < times.length; stage++) {
      lets.put(stage, stage(stage));
    }
  }

  /** Names the variables at the stage's time, then the rates there. */
  private List<Statement> stage(int stage) {
    List<Statement> statements = new ArrayList<>();
    Map<Expr.Name, Expr> values = new LinkedHashMap<>();
    ExactStep exact = times[stage] == 1 ? whole : half;
    for (Ode ode : part.linear()) {
      if (read.contains(ode.variable())) {
        let(ode.variable(), stage, exact.valueWhereHeld(ode), statements, values);
      }
    }
    Expr elapsed = Terms.product(Number.plain(times[stage]), Terms.DT);
    for (Ode ode : part.rest()) {
      if (read.contains(ode.variable())) {
        Expr change = Terms.product(elapsed, rate(ode.variable(), stage - 1));
        Expr moved = Terms.sum(ode.variable(), change);
        Expr value = ode.held() ? Held.choose(ode.variable(), moved) : moved;
        let(ode.variable(), stage, value, statements, values);
      }
    }
    Expr.Name t = new Expr.Name("t", Scope.CLOCK, Dimension.TIME);
    values.put(t, Terms.sum(t, elapsed));
    Substitution there = new Substitution(name -> Optional.ofNullable(values.get(name)));
    for (Ode ode : part.rest()) {
      String name = rate(ode.variable(), stage).name();
      statements.add(new Statement.Let(name, there.in(ode.rate())));
    }
    return statements;
  }

  private static void let(
      Expr.Name variable,
      int stage,
      Expr value,
      List<Statement> statements,
      Map<Expr.Name, Expr> values) {
    String name = "stage" + (stage + 1) + "(" + variable.name() + ")";
    statements.add(new Statement.Let(name, value));
    values.put(variable, Terms.local(name, variable.dimension()));
  }

  /** The rate at a stage; the first one is named by whoever uses this step. */
  private static Expr.Name rate(Expr.Name variable, int stage) {
    Expr.Name first = ExactStep.rate(variable);
    String name = stage == 0 ? first.name() : "rate" + (stage + 1) + "(" + variable.name() + ")";
    return new Expr.Name(name, Scope.LOCAL, first.dimension());
  }

  @Override
  public List<Statement> lets() {
    return lets.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public Expr value(Ode ode) {
    Expr sum = null;
    double total = 0;
    for (int stage = 0; stage < times.length; stage++) {
      if (weights[stage] != 0) {
        Expr term = Terms.product(Number.plain(weights[stage]), rate(ode.variable(), stage));
        sum = sum == null ? term : Terms.sum(sum, term);
        total += weights[stage];
      }
    }
    Expr step = Terms.quotient(Terms.DT, Number.plain(total));
    return Terms.sum(ode.variable(), Terms.product(step, sum));
  }

  @Override
  public Collection<Coefficients> coefficients() {
    return half.coefficients();
  }
}
