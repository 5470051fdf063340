package dev.glia.platform.runner.building;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run keeps of what it sees, besides traces.
 *
 * @param spikes populations whose spikes are kept, with the number of neurons, the first ones
 * @param counts populations whose neurons' spikes are counted over the whole run
 * @param weights projections whose weights are kept
 */
public record Records(
    Map<String, Integer> spikes, Map<String, Integer> counts, List<WeightProbe> weights) {
  public Records {
    spikes = Collections.unmodifiableMap(new LinkedHashMap<>(spikes));
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    weights = List.copyOf(weights);
  }
}
