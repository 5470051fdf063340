package dev.glia.drivers.cpu.learning;

/**
 * An {@code on post} that is made up for when the source is heard of again, or the weights are
 * needed. One thread's.
 */
public sealed interface PutOff permits Deferral, Repetition {
  /** Takes the bounds from parameters, and the weights as they are now. */
  void initialize();

  /** Begins anew at time 0, with weights and traces as they are. */
  void reset();

  /** An event reaches a branch: what was put off, then {@code on pre}. */
  void visit(int branch);

  /**
   * Targets spike, and then act on the branches that have just been visited.
   *
   * @param spikes ascending; those in {@code [first, end)} are of this slice
   */
  void post(int[] spikes, int first, int end, int[] arrived, int count);

  /** The end of a tick: traces have decayed. */
  void step();

  /** Applies all that was put off, as somebody else is going to use the weights. */
  void settleAll();

  /** Weights or traces were changed by something else, after {@link #settleAll}. */
  void afterReplacement();

  /** The weights with all that was put off, by position; changes no result. */
  float[] weights();

  /** Bytes beyond the synapses' own variables. */
  long bytes();
}
