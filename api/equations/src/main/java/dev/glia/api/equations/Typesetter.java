package dev.glia.api.equations;

import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.typesetting.Notation;
import dev.glia.api.equations.internal.typesetting.Notations;
import dev.glia.api.equations.internal.typesetting.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes models as mathematics, from the trees of their source texts. */
public enum Typesetter {
  /** Unicode for a terminal, a line each: {@code dv/dt = (vᵣₑₛₜ − v + rₘ·i_syn)/τₘ}. */
  TEXT(Notations.PLAIN),
  /** LaTeX with amsmath: an {@code aligned} block without the delimiters of a formula. */
  LATEX(Notations.LATEX),
  /** MathML Core: a {@code math} element to put into HTML. */
  MATHML(Notations.MATHML);

  private final Notation notation;

  Typesetter(Notation notation) {
    this.notation = notation;
  }

  /** Equations, spike condition, reset and the like of a neuron model. */
  public String typeset(NeuronEquations model) {
    NeuronSource source = model.checked().source();
    Page page = page(source.equations().content(), model.parameters());
    page.equations(source.equations().content());
    page.statements(source.start(), "at the start");
    page.statements(source.everyTick(), "every tick");
    page.expression(source.spike(), "spike");
    page.statements(
        source.reset(), source.delayedReset() ? "reset, before the next tick" : "reset");
    page.expression(source.refractory(), "refractory");
    return page.toString();
  }

  /** Equations, jump, output or term of a synapse model. */
  public String typeset(SynapseEquations model) {
    SynapseSource source = model.checked().source();
    Page page = page(source.equations().content(), model.parameters());
    page.equations(source.equations().content());
    page.statements(source.onSpike(), "on a spike of weight w");
    page.expression(source.output(), "output");
    page.expression(source.continuous(), "summed over all synapses");
    return page.toString();
  }

  /** Equations and statements of a learning rule. */
  public String typeset(LearningEquations rule) {
    LearningSource source = rule.checked().source();
    Page page = page(source.equations().content(), rule.parameters());
    page.equations(source.equations().content());
    page.statements(source.onPre(), "on pre");
    page.statements(source.onPost(), "on post");
    page.statements(source.everyTick(), "every tick");
    source.onEvent().forEach((event, section) -> page.statements(section, "on " + event));
    return page.toString();
  }

  private Page page(List<Equation> equations, List<Parameter> parameters) {
    Set<String> declared = new LinkedHashSet<>(List.of("w", "t", "dt", "pi", SynapseSource.TARGET));
    equations.forEach(equation -> declared.add(equation.name()));
    parameters.forEach(parameter -> declared.add(parameter.name()));
    return new Page(notation, declared);
  }
}
