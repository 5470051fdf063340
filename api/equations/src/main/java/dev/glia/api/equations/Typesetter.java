package dev.glia.api.equations;

/** Writes models as mathematics, from the trees of their source texts. Immutable. */
public enum Typesetter {
  /** Unicode for a terminal: {@code dv/dt = (vᵣₑₛₜ − v)/τₘ}. */
  TEXT,
  /** LaTeX, an {@code aligned} block without delimiters. */
  LATEX,
  /** MathML Core in HTML. */
  MATHML;

  /** Equations, spike condition, reset and the like of a neuron model. */
  public String typeset(NeuronEquations model) {
    throw new UnsupportedOperationException();
  }

  /** Equations, jump, output or term of a synapse model. */
  public String typeset(SynapseEquations model) {
    throw new UnsupportedOperationException();
  }

  /** Equations and statements of a learning rule. */
  public String typeset(LearningEquations rule) {
    throw new UnsupportedOperationException();
  }
}
