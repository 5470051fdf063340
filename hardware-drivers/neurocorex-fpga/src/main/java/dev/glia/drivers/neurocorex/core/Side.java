package dev.glia.drivers.neurocorex.core;

/** The two ends of a synapse. */
public enum Side {
  PRE,
  POST
}
