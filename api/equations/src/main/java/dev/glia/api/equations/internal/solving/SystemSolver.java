package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Solver;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Type;
import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.units.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns differential equations into the assignments of one tick. */
public final class SystemSolver {
  private final List<Ode> odes;
  private final LinearPart part;
  private final Streams streams;

  /**
   * A system.
   *
   * @param streams numbers its noise
   */
  public SystemSolver(List<Ode> odes, Streams streams) {
    this.odes = List.copyOf(odes);
    this.part = new LinearPart(odes);
    this.streams = streams;
  }

  /** Whether all of it is linear with constant coefficients. */
  public boolean isExact() {
    return part.rest().isEmpty();
  }

  /**
   * The assignments of one tick: all rates are named first, so none sees a variable's new value.
   *
   * @param method for what isn't linear
   * @throws dev.glia.api.equations.EquationException if the method can't carry the system
   */
  public Solution solve(Solver method) {
    checkNoise(method);
    checkExact(method);
    List<Statement> statements = new ArrayList<>(noise());
    for (Ode ode : odes) {
      String name = ExactStep.rate(ode.variable()).name();
      statements.add(new Statement.Let(name, ode.rate()));
    }
    ExactStep exact = new ExactStep(part, "phi", 1);
    RestStep rest = rest(method, exact);
    statements.addAll(rest.lets());
    for (Ode ode : odes) {
      Expr value = part.isLinear(ode) ? exact.value(ode) : rest.value(ode);
      Expr.Name variable = ode.variable();
      statements.add(new Statement.Assign(variable.name(), variable.scope(), value, ode.held()));
    }
    List<Coefficients> coefficients = new ArrayList<>(exact.coefficients());
    coefficients.addAll(rest.coefficients());
    return new Solution(statements, coefficients);
  }

  private RestStep rest(Solver method, ExactStep exact) {
    return switch (method) {
      case EXACT -> new EulerMaruyamaStep(List.of());
      case EXPONENTIAL_EULER -> new ExponentialEulerStep(part.rest());
      case RK2 -> new RungeKuttaStep(part, exact, false);
      case RK4 -> new RungeKuttaStep(part, exact, true);
      case EULER_MARUYAMA -> new EulerMaruyamaStep(part.rest());
    };
  }

  private void checkNoise(Solver method) {
    for (Ode ode : odes) {
      if (method != Solver.EULER_MARUYAMA && Occurrences.any(ode.rate(), Noise::isNoise)) {
        throw ode.error(
            ode.subject()
                + " has noise, which "
                + method.symbol()
                + " can't carry: solve with euler-maruyama");
      }
    }
  }

  private void checkExact(Solver method) {
    if (method == Solver.EXACT && !isExact()) {
      LinearPart.Obstacle obstacle = part.obstacles().getFirst();
      throw obstacle
          .ode()
          .error(
              obstacle.ode().subject()
                  + " can't be solved exactly: "
                  + obstacle.reason()
                  + "; solve with exponential-euler, rk2, rk4 or euler-maruyama");
    }
  }

  /** Each noise is drawn once a tick; equations that name the same one share it. */
  private List<Statement> noise() {
    Set<Expr.Name> names = new LinkedHashSet<>();
    odes.forEach(ode -> names.addAll(Occurrences.names(ode.rate())));
    names.removeIf(name -> !Noise.isNoise(name));
    List<Statement> lets = new ArrayList<>();
    for (Expr.Name name : names) {
      Expr normal = new Expr.Call(Function.NORMAL, List.of(), Type.PLAIN, streams.next());
      Expr root = Terms.call(Function.SQRT, Dimension.TIME.squareRoot(), Terms.DT);
      Expr drawn = Terms.quotient(normal, root);
      lets.add(new Statement.Let(name.name(), drawn));
    }
    return lets;
  }
}
