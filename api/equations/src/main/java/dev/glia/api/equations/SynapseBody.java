package dev.glia.api.equations;

import dev.glia.api.equations.internal.solving.Ode;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A synapse model in which every name has a meaning.
 *
 * @param jumps with {@code w} replaced by the sum of the weights that arrived
 */
record SynapseBody(
    Unit weight,
    List<Variable> state,
    List<Ode> odes,
    List<Statement.Assign> jumps,
    Optional<Expr> output,
    Optional<Expr> continuous) {}
