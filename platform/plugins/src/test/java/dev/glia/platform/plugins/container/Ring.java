package dev.glia.platform.plugins.container;

import dev.glia.api.topology.Connectivity;

/** What {@link RingTopology} makes; a class that its plugin loads on first use. */
public record Ring(int sources, int targets) implements Connectivity {
  @Override
  public int[] row(int source) {
    return new int[] {(source + 1) % targets};
  }

  @Override
  public long expectedSynapses() {
    return sources;
  }
}
