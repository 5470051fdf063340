package dev.glia.drivers.neurocorex.mapping;

import dev.glia.drivers.neurocorex.core.Layout;

/** What a core understands, and so what can be promised of a network on it. */
public enum Dialect {
  /** Frames with checksums, all memories read back; our own core. */
  CHECKED(Layout.NEURONS, Layout.INPUTS),
  /** The published commands only. */
  PUBLISHED(84, 1);

  private final int neurons;
  private final int eventsPerTick;

  Dialect(int neurons, int eventsPerTick) {
    this.neurons = neurons;
    this.eventsPerTick = eventsPerTick;
  }

  /**
   * Most neurons: a published core sends the spikes of the last six with those of the next step.
   */
  public int neurons() {
    return neurons;
  }

  /** Most input lines that can have an event in one tick. */
  public int eventsPerTick() {
    return eventsPerTick;
  }
}
