package dev.glia.platform.runner.building;

import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.api.topology.Connectivity.Pattern;

/**
 * How much memory a network takes, roughly: what a driver with 32-bit state and plain synapse rows
 * needs. Meant to refuse what can't work before it is tried.
 */
final class MemoryEstimate {
  private static final long STATE = 4;
  private static final long VALUE = 8;

  /** Weight, target and delay. */
  private static final long SYNAPSE = 10;

  private MemoryEstimate() {}

  static long of(Network network) {
    long bytes = 0;
    for (Population population : network.populations()) {
      bytes += of(population);
    }
    for (Projection projection : network.projections()) {
      bytes += of(projection);
    }
    return bytes;
  }

  static long of(Population population) {
    long perNeuron =
        STATE * (population.program().state().size() + population.program().arrivals().size() + 2)
            + VALUE * population.parameters().values().stream().filter(v -> !v.isShared()).count()
            + VALUE * population.start().values().stream().filter(MemoryEstimate::isEach).count();
    return perNeuron * population.size();
  }

  private static boolean isEach(Values values) {
    return !values.isShared();
  }

  static long of(Projection projection) {
    if (projection.connectivity().pattern() == Pattern.ALL_BUT_ONE
        && projection.learning().isEmpty()) {
      return 0;
    }
    long variables = projection.learning().map(l -> l.program().synapse().size()).orElse(0);
    // A learning rule walks its synapses from both ends, so they're indexed twice.
    long index = projection.learning().isPresent() ? 8 : 0;
    return projection.connectivity().expectedSynapses() * (SYNAPSE + 4 * variables + index);
  }
}
