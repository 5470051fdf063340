package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.units.Dimension;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Values of the linear part after a step or a fraction of one: x + PHI*f(x) with the rates f as
 * they're written. In this form a difference of large numbers is taken once, in f, so that float32
 * loses nothing near a fixed point.
 */
final class ExactStep {
  private final LinearPart part;
  private final String label;
  private final double fraction;
  private final Set<Expr.Name> held = new LinkedHashSet<>();
  private final Map<Key, Coefficients> coefficients = new LinkedHashMap<>();

  private record Key(String name, Set<Expr.Name> rows) {}

  /**
   * A step.
   *
   * @param label begins the names of the coefficients
   * @param fraction of dt
   */
  ExactStep(LinearPart part, String label, double fraction) {
    this.part = part;
    this.label = label;
    this.fraction = fraction;
    part.linear().stream().filter(Ode::held).forEach(ode -> held.add(ode.variable()));
  }

  /** All coefficients that the values asked for so far need. */
  Collection<Coefficients> coefficients() {
    return coefficients.values();
  }

  /** The value of a variable, which is as it was in neurons where it's held. */
  Expr valueWhereHeld(Ode ode) {
    Expr moved = value(ode);
    return ode.held() ? Held.choose(ode.variable(), moved) : moved;
  }

  /** The value of a variable, of no meaning in neurons where it's held. */
  Expr value(Ode ode) {
    Expr.Name variable = ode.variable();
    Set<Expr.Name> acting = part.dependencies().actingOn(variable, Set.of());
    boolean heldMatters = !ode.held() && acting.stream().anyMatch(held::contains);
    Expr free = Terms.sum(variable, change(variable, acting, label));
    if (!heldMatters) {
      return free;
    }
    Set<Expr.Name> stillActing = part.dependencies().actingOn(variable, held);
    return Held.choose(Terms.sum(variable, change(variable, stillActing, label + "_held")), free);
  }

  private Expr change(Expr.Name variable, Set<Expr.Name> acting, String name) {
    Set<Expr.Name> without = name.equals(label) ? Set.of() : held;
    register(variable, acting, without, name);
    Expr sum = null;
    for (Expr.Name other : acting) {
      Dimension dimension = variable.dimension().dividedBy(other.dimension()).times(Dimension.TIME);
      Expr phi = new Expr.Name(entry(name, variable, other), Scope.COEFFICIENT, dimension);
      Expr term = Terms.product(phi, rate(other));
      sum = sum == null ? term : Terms.sum(sum, term);
    }
    return sum;
  }

  /** One propagator serves all variables that act on each other. */
  private void register(
      Expr.Name variable, Set<Expr.Name> acting, Set<Expr.Name> without, String name) {
    Set<Expr.Name> rows = new LinkedHashSet<>();
    for (Expr.Name other : acting) {
      if (part.dependencies().actingOn(other, without).contains(variable)) {
        rows.add(other);
      }
    }
    coefficients.computeIfAbsent(
        new Key(name, rows),
        key ->
            new Propagator(
                part.dependencies(), acting, rows, fraction, (i, j) -> entry(name, i, j)));
  }

  static Expr.Name rate(Expr.Name variable) {
    Dimension dimension = variable.dimension().dividedBy(Dimension.TIME);
    return new Expr.Name("rate(" + variable.name() + ")", Scope.LOCAL, dimension);
  }

  private static String entry(String name, Expr.Name row, Expr.Name column) {
    return name + "(" + row.name() + "," + column.name() + ")";
  }
}
