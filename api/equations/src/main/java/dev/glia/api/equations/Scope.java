package dev.glia.api.equations;

/** What a name in an expression stands for, and so how often it has a value. */
public enum Scope {
  /** State variable of the population that the program belongs to: one value a neuron. */
  STATE,
  /** Parameter: one value for all, or one an entity. */
  PARAMETER,
  /** Derived once from parameters, as a propagator is: shaped as the parameters it depends on. */
  COEFFICIENT,
  /** Named within the program by a {@link Statement.Let}. */
  LOCAL,
  /** Sum of the weights that reached a receptor in this tick: one value a neuron. */
  ARRIVED,
  /** Sum over a continuous projection in this tick: one value a neuron. */
  COUPLED,
  /** Variable of a learning rule on the presynaptic side: one value an axon branch. */
  PRE,
  /** Variable of a learning rule on the postsynaptic side: one value a target neuron. */
  POST,
  /** Variable of a learning rule in the synapse, {@code w} among them: one value a synapse. */
  SYNAPSE,
  /** State variable of the presynaptic neuron, written {@code v_pre}. */
  PRE_NEURON,
  /** State variable of the postsynaptic neuron, written {@code v_post}. */
  POST_NEURON,
  /** A third factor: one value, read from a population once a tick. */
  MODULATOR,
  /** {@code dt}, {@code t} (at the start of the tick): one value for all. */
  CLOCK,
  /** {@code refractory}: 1 in neurons that are refractory in this tick, 0 in the others. */
  REFRACTORY
}
