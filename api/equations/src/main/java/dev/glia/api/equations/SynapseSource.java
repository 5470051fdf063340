package dev.glia.api.equations;

import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Equation.Kind;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.equations.internal.syntax.Sections;
import dev.glia.api.equations.internal.syntax.SourceText;
import java.util.List;
import java.util.Optional;

/** A synapse model as written: its trees, before names have a meaning. */
record SynapseSource(
    Section<List<Equation>> equations,
    Section<List<Assignment>> onSpike,
    Optional<Section<Node>> output,
    Optional<Section<Node>> continuous,
    SourceText weight) {
  /** Name by which {@code on spike} statements act on a state variable of the neuron. */
  static final String TARGET = "target";

  static SynapseSource of(SynapseEquations.Builder text) {
    SynapseSource source =
        new SynapseSource(
            Sections.equations(text.equations),
            Sections.statements("on spike", text.onSpike),
            Sections.expression("output", text.output),
            Sections.expression("continuous", text.continuous),
            new SourceText("weight", text.weight));
    source.checkParts();
    return source;
  }

  private void checkParts() {
    boolean jumps = !onSpike.content().isEmpty();
    if (continuous.isPresent()) {
      SourceText text = continuous.get().source();
      if (jumps || output.isPresent()) {
        throw text.error(
            0, "a synapse is either continuous, or has 'on spike' statements and an output");
      }
      if (equations.content().stream().anyMatch(e -> e.kind() != Kind.SUBEXPRESSION)) {
        throw text.error(0, "a continuous synapse has no variables of its own");
      }
      return;
    }
    if (!jumps) {
      throw onSpike
          .source()
          .error(0, "a synapse needs 'on spike' statements, as i += w, or a continuous term");
    }
    boolean acts = actsOnState();
    if (acts && output.isPresent()) {
      throw output.get().source().error(0, "a synapse that acts on target has no output");
    }
    if (!acts && output.isEmpty()) {
      throw onSpike
          .source()
          .error(0, "nothing reaches the neuron: give an output, or act on target");
    }
  }

  boolean actsOnState() {
    return onSpike.content().stream().anyMatch(a -> a.target().equals(TARGET));
  }

  /** The same model under the name of a receptor, for messages. */
  SynapseSource within(String receptor) {
    return new SynapseSource(
        new Section<>(equations.source().within(receptor), equations.content()),
        new Section<>(onSpike.source().within(receptor), onSpike.content()),
        output.map(o -> new Section<>(o.source().within(receptor), o.content())),
        continuous.map(c -> new Section<>(c.source().within(receptor), c.content())),
        weight.within(receptor));
  }
}
