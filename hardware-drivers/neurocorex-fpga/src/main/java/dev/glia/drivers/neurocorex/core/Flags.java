package dev.glia.drivers.neurocorex.core;

/** What the flags of the control region mean. */
public final class Flags {
  /** Sums that are out of range become the nearest number there is; else they wrap. */
  public static final int SATURATE = 1;

  /** Enable bits are packed lowest bit first; else highest first. */
  public static final int ENABLE_LOWEST_FIRST = 1 << 1;

  /** Synapses from input lines neither learn nor count their windows down. */
  public static final int INPUT_LEARNING_FROZEN = 1 << 2;

  /** Recurrent synapses neither learn nor count their windows down. */
  public static final int RECURRENT_LEARNING_FROZEN = 1 << 3;

  /** Learning in the published order; else as spikes arrive. */
  public static final int PUBLISHED_ORDER = 1 << 4;

  private Flags() {}
}
