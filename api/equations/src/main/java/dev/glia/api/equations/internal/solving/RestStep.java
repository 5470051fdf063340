package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Statement;
import java.util.Collection;
import java.util.List;

/** Carries what isn't linear over a step; the rates at its start are named before. */
interface RestStep {
  /** Statements that name what the new values need; they read old values only. */
  List<Statement> lets();

  /** The new value of a variable, over its old value and locals. */
  Expr value(Ode ode);

  Collection<Coefficients> coefficients();
}
