package dev.glia.api.device;

/**
 * What a device may or may not be able to do. A driver lists what it can; whoever calls what isn't
 * listed gets an {@link UnsupportedOperationException} with a sentence, and nothing has changed
 * then. More may be added in later versions.
 */
public enum Ability {
  /** {@link Deployment#readWeights} tells the weights as they are now, while the network runs. */
  READS_WEIGHTS,
  /** {@link Deployment#writeWeights} between two ticks, without starting anew. */
  WRITES_WEIGHTS,
  /** {@link Deployment#setParameter} between two ticks. */
  SETS_PARAMETERS,
  /** {@link Deployment#setState} between two ticks. */
  SETS_STATE,
  /** Spikes of an input block may be forced on any neuron, not only on sources without a state. */
  FORCES_SPIKES,
  /** State variables can be probed; {@link Limit#TRACED_NEURONS} may limit in how many neurons. */
  TRACES_STATE,
  /** Learning rules run on the device itself. */
  LEARNS,
  /**
   * A state that was taken and restored goes on as if nothing had happened, bit for bit. Without
   * it, states are those that the device's measurements allow.
   */
  EXACT_STATES,
  /** {@link Deployment#snapshot} works after the link broke: it's the state of the last tick. */
  STATE_AFTER_LOSS,
  /** Its telemetry has a reading of {@link Gauge#ENERGY}. */
  COUNTS_ENERGY
}
