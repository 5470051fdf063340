package dev.glia.api.equations;

import dev.glia.api.equations.internal.solving.Ode;
import java.util.List;
import java.util.Optional;

/** A neuron model in which every name has a meaning. */
record NeuronBody(
    List<Variable> state,
    List<Ode> odes,
    List<Statement.Assign> everyTick,
    Optional<Expr> spike,
    List<Statement.Assign> reset,
    Optional<Expr> refractory) {
  boolean isHeld(String variable) {
    return odes.stream().anyMatch(ode -> ode.held() && ode.variable().name().equals(variable));
  }
}
