package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.internal.algebra.Derivative;
import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.algebra.Terms;
import java.util.Collection;
import java.util.List;

/**
 * Forward Euler. As noise stands in the rates as normal()/sqrt(dt), a step adds its strength times
 * sqrt(dt) times a normal number (Itô).
 */
final class EulerMaruyamaStep implements RestStep {
  EulerMaruyamaStep(List<Ode> odes) {
    odes.forEach(EulerMaruyamaStep::checkNoise);
  }

  private static void checkNoise(Ode ode) {
    for (Expr.Name name : Occurrences.names(ode.rate())) {
      boolean linear =
          !Noise.isNoise(name) || !Occurrences.any(Derivative.of(ode.rate(), name), Noise::isNoise);
      if (!linear) {
        throw ode.error(
            ode.subject()
                + " isn't linear in the noise "
                + name.name()
                + ": it may only be scaled");
      }
    }
  }

  @Override
  public List<Statement> lets() {
    return List.of();
  }

  @Override
  public Expr value(Ode ode) {
    Expr change = Terms.product(Terms.DT, ExactStep.rate(ode.variable()));
    return Terms.sum(ode.variable(), change);
  }

  @Override
  public Collection<Coefficients> coefficients() {
    return List.of();
  }
}
