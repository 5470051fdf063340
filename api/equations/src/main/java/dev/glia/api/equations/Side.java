package dev.glia.api.equations;

import dev.glia.api.equations.internal.algebra.Occurrences;
import java.util.Optional;
import java.util.Set;

/** What a variable on one side of a synapse may depend on. */
record Side(Set<Scope> foreign) {
  /** The side on which variables of a scope live. */
  static Side of(Scope scope) {
    return new Side(
        switch (scope) {
          case PRE -> Set.of(Scope.POST, Scope.SYNAPSE, Scope.POST_NEURON);
          case POST -> Set.of(Scope.PRE, Scope.SYNAPSE, Scope.PRE_NEURON);
          default -> Set.of();
        });
  }

  /** A name in an expression that the side doesn't have. */
  Optional<Expr.Name> stranger(Expr expression) {
    return Occurrences.names(expression).stream()
        .filter(name -> foreign.contains(name.scope()))
        .findFirst();
  }

  /** What to say about a stranger. */
  static String mixed(String subject, Expr.Name variable, Expr.Name stranger) {
    String side = variable.scope() == Scope.PRE ? "presynaptic" : "postsynaptic";
    return subject + " is " + side + ": it can't depend on '" + stranger.text() + "', which isn't";
  }
}
