package dev.glia.api.equations;

import dev.glia.api.equations.internal.solving.Ode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A learning rule in which every name has a meaning.
 *
 * @param variables by scope: PRE, POST or SYNAPSE, without the weight
 * @param odes by scope
 */
record LearningBody(
    Map<Scope, List<Variable>> variables,
    Map<Scope, List<Ode>> odes,
    List<String> modulators,
    List<Statement.Assign> onPre,
    List<Statement.Assign> onPost,
    List<Statement.Assign> everyTick,
    Map<String, List<Statement.Assign>> onEvent) {
  /** A map with an empty list for each side. */
  static <T> Map<Scope, List<T>> sides() {
    Map<Scope, List<T>> sides = new EnumMap<>(Scope.class);
    for (Scope scope : List.of(Scope.PRE, Scope.POST, Scope.SYNAPSE)) {
      sides.put(scope, new ArrayList<>());
    }
    return sides;
  }
}
