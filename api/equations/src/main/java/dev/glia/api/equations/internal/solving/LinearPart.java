package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.internal.algebra.Derivative;
import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.algebra.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a system into the largest part that is linear with constant coefficients, and the rest.
 *
 * <p>A variable belongs to the linear part if its rate is linear in variables of that part, with
 * coefficients over parameters, and depends on no other variable that moves during a step. What
 * stands still in a step (sums over synapses, a variable without an equation) may act in any way.
 */
final class LinearPart {
  /** Why a variable isn't in the linear part. */
  record Obstacle(Ode ode, String reason) {}

  private final Dependencies dependencies = new Dependencies();
  private final List<Ode> linear = new ArrayList<>();
  private final List<Ode> rest = new ArrayList<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final Set<Expr.Name> candidates = new LinkedHashSet<>();
  private final Map<Expr.Name, Map<Expr.Name, Expr>> slopes = new LinkedHashMap<>();

  LinearPart(List<Ode> odes) {
    odes.forEach(ode -> candidates.add(ode.variable()));
    Set<Expr.Name> variables = Set.copyOf(candidates);
    odes.forEach(ode -> slopes.put(ode.variable(), slopes(ode, variables)));
    for (Ode ode : odes) {
      ownObstacle(ode, variables).ifPresent(reason -> exclude(ode, reason));
    }
    excludeDependents(odes);
    for (Ode ode : odes) {
      if (isLinear(ode)) {
        linear.add(ode);
        dependencies.put(ode.variable(), slopes.get(ode.variable()));
      } else {
        rest.add(ode);
      }
    }
  }

  boolean isLinear(Ode ode) {
    return candidates.contains(ode.variable());
  }

  List<Ode> linear() {
    return linear;
  }

  List<Ode> rest() {
    return rest;
  }

  Dependencies dependencies() {
    return dependencies;
  }

  /** In the order of their discovery: the first one is a cause, later ones may be consequences. */
  List<Obstacle> obstacles() {
    return obstacles;
  }

  private void exclude(Ode ode, String reason) {
    candidates.remove(ode.variable());
    obstacles.add(new Obstacle(ode, reason));
  }

  private Optional<String> ownObstacle(Ode ode, Set<Expr.Name> variables) {
    if (Occurrences.any(ode.rate(), Noise::isNoise)) {
      return Optional.of("it has noise");
    }
    if (Occurrences.any(ode.rate(), LinearPart::isTime)) {
      return Optional.of("it depends on t");
    }
    Optional<Expr> step = Occurrences.first(ode.rate(), part -> isStep(part, variables));
    if (step.isPresent()) {
      return Optional.of(NonlinearTerm.quoted(step.get()) + " changes in steps");
    }
    for (Map.Entry<Expr.Name, Expr> slope : slopes.get(ode.variable()).entrySet()) {
      if (!isConstant(slope.getValue())) {
        return Optional.of(NonlinearTerm.describe(ode.rate(), slope.getKey()));
      }
    }
    return Optional.empty();
  }

  private void excludeDependents(List<Ode> odes) {
    boolean excluded = true;
    while (excluded) {
      excluded = false;
      for (Ode ode : odes) {
        Set<Expr.Name> others = new LinkedHashSet<>(slopes.get(ode.variable()).keySet());
        others.removeAll(candidates);
        if (isLinear(ode) && !others.isEmpty()) {
          String other = others.iterator().next().name();
          exclude(ode, "it depends on " + other + ", which can't either");
          excluded = true;
        }
      }
    }
  }

  /** The derivative of a rate by every variable, up to the first one that isn't constant. */
  private static Map<Expr.Name, Expr> slopes(Ode ode, Set<Expr.Name> variables) {
    Map<Expr.Name, Expr> row = new LinkedHashMap<>();
    for (Expr.Name name : Occurrences.names(ode.rate())) {
      if (variables.contains(name)) {
        Expr slope = Derivative.of(ode.rate(), name);
        if (!Terms.isZero(slope)) {
          row.put(name, slope);
          if (!isConstant(slope)) {
            return row;
          }
        }
      }
    }
    return row;
  }

  /** A part with a derivative of zero that depends on variables all the same. */
  private static boolean isStep(Expr part, Set<Expr.Name> variables) {
    boolean steps =
        switch (part) {
          case Expr.Call call ->
              switch (call.function()) {
                case FLOOR, SIGN, POISSON -> true;
                default -> false;
              };
          case Expr.Binary binary -> binary.type().truth() && !binary.left().type().truth();
          default -> false;
        };
    return steps && Occurrences.any(part, variables::contains);
  }

  private static boolean isTime(Expr part) {
    return part instanceof Expr.Name name && name.scope() == Scope.CLOCK && name.name().equals("t");
  }

  /** Whether a coefficient is known before the first tick. */
  static boolean isConstant(Expr coefficient) {
    return !Occurrences.any(
        coefficient,
        part ->
            switch (part) {
              case Expr.Name name ->
                  name.scope() != Scope.PARAMETER
                      && !(name.scope() == Scope.CLOCK && name.name().equals("dt"));
              case Expr.Call call -> call.function().isRandom();
              default -> false;
            });
  }
}
