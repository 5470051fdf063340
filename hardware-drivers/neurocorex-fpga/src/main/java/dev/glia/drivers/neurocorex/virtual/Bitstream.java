package dev.glia.drivers.neurocorex.virtual;

/** What a board is configured with. */
public enum Bitstream {
  /** Our own core: it knows the extension, and steps only for what it has received. */
  CHECKED,
  /** A core with the published commands only, which steps only for what it has received. */
  PUBLISHED,
  /**
   * The same as ORNL's own RTL has it: from the first triplet of a stream to the stream's end it
   * makes a step each 0.96 ms, whether or not the host has sent what's to happen in it.
   */
  FREE_RUNNING
}
