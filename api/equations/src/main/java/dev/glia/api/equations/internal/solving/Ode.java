package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.internal.syntax.SourceText;

/**
 * A differential equation of a joined system.
 *
 * @param variable with the scope that it lives in
 * @param rate the right-hand side, over names of the joined system
 * @param held whether it stands still in neurons that are refractory
 * @param source where messages point at
 * @param at place in the source
 */
public record Ode(Expr.Name variable, Expr rate, boolean held, SourceText source, int at) {
  /** In messages: {@code dv/dt}. */
  public String subject() {
    return "d" + variable.name() + "/dt";
  }

  EquationException error(String problem) {
    return source.error(at, problem);
  }
}
