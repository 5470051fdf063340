package dev.glia.api.device;

/** What there may be at most of on one device. More may be added in later versions. */
public enum Limit {
  /** Neurons, of all populations that have a state. */
  NEURONS("neurons"),
  /** Synapses, of all projections. */
  SYNAPSES("synapses"),
  /** Lines by which spikes come in from outside: neurons of populations that are sources only. */
  INPUTS("input lines"),
  /** Largest delay, in ticks. */
  DELAY_TICKS("ticks of delay"),
  /** Neurons whose state can be probed. */
  TRACED_NEURONS("traced neurons");

  private final String plural;

  Limit(String plural) {
    this.plural = plural;
  }

  /** As in {@code at most 90 neurons}. */
  public String plural() {
    return plural;
  }
}
