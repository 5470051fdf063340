package dev.glia.api.equations;

import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.equations.internal.syntax.Sections;
import java.util.List;
import java.util.Optional;

/**
 * A neuron model as written: its trees, before names have a meaning.
 *
 * @param delayedReset whether the reset runs in the next tick, before its inputs are known
 */
record NeuronSource(
    Section<List<Equation>> equations,
    Section<List<Assignment>> start,
    Section<List<Assignment>> everyTick,
    Optional<Section<Node>> spike,
    Section<List<Assignment>> reset,
    boolean delayedReset,
    Optional<Section<Node>> refractory) {
  static NeuronSource of(NeuronEquations.Builder text) {
    return new NeuronSource(
        Sections.equations(text.equations),
        Sections.statements("start", text.start),
        Sections.statements("every tick", text.everyTick),
        Sections.expression("spike", text.spike),
        Sections.statements("reset", text.reset),
        text.resetOrder == NeuronEquations.ResetOrder.BEFORE_NEXT_TICK,
        Sections.expression("refractory", text.refractory));
  }
}
