package dev.glia.api.network;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * A network, resolved and ready to be deployed. Immutable.
 *
 * @param dt seconds a tick, positive
 * @param seed of every random stream
 * @param populations names are unique
 * @param projections names are unique; ends and receptors exist
 * @param probes in the order in which output blocks hold their records
 */
public record Network(
    double dt,
    long seed,
    List<Population> populations,
    List<Projection> projections,
    List<Probe> probes) {
  public Network {
    if (!(dt > 0)) {
      throw new IllegalArgumentException("dt must be positive, given " + dt + " s");
    }
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    probes = List.copyOf(probes);
  }

  public Population population(String name) {
    return populations.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no population '" + name + "'"));
  }

  public Projection projection(String name) {
    return projections.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no projection '" + name + "'"));
  }
}
