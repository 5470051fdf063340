package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.internal.algebra.Derivative;
import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.units.Dimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** x + dt*exprel(a*dt)*f(x) with a = df/dx, for rates that are linear in their own variable. */
final class ExponentialEulerStep implements RestStep {
  private final Map<Expr.Name, Expr> slopes = new LinkedHashMap<>();
  private final Map<Expr.Name, Coefficients> constant = new LinkedHashMap<>();

  ExponentialEulerStep(List<Ode> odes) {
    for (Ode ode : odes) {
      Expr.Name variable = ode.variable();
      Expr slope = Derivative.of(ode.rate(), variable);
      if (Occurrences.contains(slope, variable)) {
        throw ode.error(
            ode.subject()
                + " can't be solved by exponential-euler: "
                + NonlinearTerm.describe(ode.rate(), variable)
                + "; solve with rk2, rk4 or euler-maruyama");
      }
      if (!Terms.isZero(slope) && LinearPart.isConstant(slope)) {
        constant.put(variable, propagator(variable, slope));
      } else {
        slopes.put(variable, slope);
      }
    }
  }

  private static Coefficients propagator(Expr.Name variable, Expr slope) {
    Dependencies alone = new Dependencies();
    alone.put(variable, Map.of(variable, slope));
    return new Propagator(
        alone, Set.of(variable), Set.of(variable), 1, (i, j) -> phi(variable).name());
  }

  private static Expr.Name phi(Expr.Name variable) {
    String name = "phi(" + variable.name() + "," + variable.name() + ")";
    return new Expr.Name(name, Scope.COEFFICIENT, Dimension.TIME);
  }

  private static Expr.Name slope(Expr.Name variable) {
    return new Expr.Name("slope(" + variable.name() + ")", Scope.LOCAL, Dimension.NONE);
  }

  @Override
  public List<Statement> lets() {
    List<Statement> lets = new ArrayList<>();
    slopes.forEach(
        (variable, slope) -> {
          if (!Terms.isZero(slope)) {
            Expr overStep = Terms.product(slope, Terms.DT);
            lets.add(new Statement.Let(slope(variable).name(), overStep));
          }
        });
    return lets;
  }

  @Override
  public Expr value(Ode ode) {
    Expr.Name variable = ode.variable();
    Expr factor = Terms.DT;
    if (constant.containsKey(variable)) {
      factor = phi(variable);
    } else if (!Terms.isZero(slopes.get(variable))) {
      Expr relative = Terms.call(Function.EXPREL, Dimension.NONE, slope(variable));
      factor = Terms.product(Terms.DT, relative);
    }
    return Terms.sum(variable, Terms.product(factor, ExactStep.rate(variable)));
  }

  @Override
  public Collection<Coefficients> coefficients() {
    return constant.values();
  }
}
