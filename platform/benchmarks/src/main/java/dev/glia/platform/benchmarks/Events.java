package dev.glia.platform.benchmarks;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the spikes of a network, every population of which is probed, and the events they make.
 */
final class Events {
  private final Network network;
  private final OutputBlock out;
  private final Map<String, Double> degrees = new HashMap<>();
  private final Map<String, Long> spikes = new HashMap<>();
  private double continuous;

  Events(Deployment deployment, OutputBlock out) {
    this.network = deployment.network();
    this.out = out;
    for (Projection projection : network.projections()) {
      double synapses = deployment.synapses(projection.name());
      if (isContinuous(projection)) {
        continuous += synapses;
      } else {
        int sources = network.population(projection.source()).size();
        degrees.merge(projection.source(), synapses / sources, Double::sum);
      }
    }
  }

  private boolean isContinuous(Projection projection) {
    Population target = network.population(projection.target());
    return target.program().couplings().stream()
        .anyMatch(coupling -> coupling.receptor().equals(projection.receptor()));
  }

  /** Adds the spikes of the block that was run last. */
  void add() {
    for (int i = 0; i < network.probes().size(); i++) {
      Probe probe = network.probes().get(i);
      if (probe instanceof Probe.Spikes) {
        spikes.merge(probe.population(), (long) out.record(i).spikes(), Long::sum);
      }
    }
  }

  /**
   * Synaptic events of so many ticks: one a synapse for each spike of its source, one a tick for a
   * synapse that acts all the time. A spike counts as many as its population's neurons have on
   * average.
   */
  double count(long ticks) {
    double events = continuous * ticks;
    for (Map.Entry<String, Double> degree : degrees.entrySet()) {
      events += spikes.getOrDefault(degree.getKey(), 0L) * degree.getValue();
    }
    return events;
  }

  /** Mean rate of the neurons that can spike, NaN if there are none. */
  double rate(double seconds) {
    long sum = spikes.values().stream().mapToLong(Long::longValue).sum();
    int neurons =
        network.populations().stream()
            .filter(population -> population.program().spike().isPresent())
            .mapToInt(Population::size)
            .sum();
    return neurons == 0 ? Double.NaN : sum / (seconds * neurons);
  }
}
