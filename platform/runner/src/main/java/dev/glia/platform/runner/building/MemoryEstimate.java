package dev.glia.platform.runner.building;

import dev.glia.api.device.Forecast;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.api.topology.Connectivity.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much memory a network takes, roughly: what the driver says of synapses, or else what plain
 * rows with 32-bit state need. Meant to refuse what can't work before it is tried.
 */
final class MemoryEstimate {
  private static final long STATE = 4;
  private static final long VALUE = 8;

  /** Weight, target and delay. */
  private static final long SYNAPSE = 10;

  private final Map<String, Long> synapses = new LinkedHashMap<>();

  /** An estimate that believes a driver's forecast. */
  MemoryEstimate(Forecast forecast) {
    forecast.entries().forEach(entry -> synapses.put(entry.projection(), entry.bytes()));
  }

  long of(Network network) {
    long bytes = 0;
    for (Population population : network.populations()) {
      bytes += of(population);
    }
    for (Projection projection : network.projections()) {
      bytes += of(projection);
    }
    return bytes;
  }

  long of(Population population) {
    long perNeuron =
        STATE * (population.program().state().size() + population.program().arrivals().size() + 2)
            + VALUE * population.parameters().values().stream().filter(v -> !v.isShared()).count()
            + VALUE * population.start().values().stream().filter(MemoryEstimate::isEach).count();
    return perNeuron * population.size();
  }

  private static boolean isEach(Values values) {
    return !values.isShared();
  }

  long of(Projection projection) {
    // A learning rule walks its synapses from both ends, so they're indexed twice.
    long index = projection.learning().isPresent() ? 8 : 0;
    long count = projection.connectivity().expectedSynapses();
    Long stored = synapses.get(projection.name());
    return stored == null ? plainRows(projection) + index * count : stored + index * count;
  }

  private static long plainRows(Projection projection) {
    if (projection.connectivity().pattern() == Pattern.ALL_BUT_ONE
        && projection.learning().isEmpty()) {
      return 0;
    }
    long variables = projection.learning().map(l -> l.program().synapse().size()).orElse(0);
    return projection.connectivity().expectedSynapses() * (SYNAPSE + 4 * variables);
  }
}
