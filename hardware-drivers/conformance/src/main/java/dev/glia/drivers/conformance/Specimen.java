package dev.glia.drivers.conformance;

import dev.glia.api.network.Network;
import dev.glia.api.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A network that a driver can take, for the kit to run. What matters must be probed, and something
 * must happen: at least one spike, or a trace that moves. Where the driver can do it, one specimen
 * should learn.
 *
 * @param name for messages
 * @param ticks how long it's run; some hundred say more than some ten
 * @param forced spikes that are shown to it
 */
public record Specimen(
    String name, Network network, int ticks, List<Forced> forced, Agreement agreement) {
  /** A spike that the input block forces on a neuron, at a tick from 1. */
  public record Forced(String population, int neuron, long tick) {}

  public Specimen {
    Objects.requireNonNull(name);
    Objects.requireNonNull(network);
    Objects.requireNonNull(agreement);
    forced = List.copyOf(forced);
    if (ticks < 4) {
      throw new IllegalArgumentException(name + " runs for " + ticks + " ticks: too short");
    }
  }

  /** A network without input that must spike as the reference does. */
  public static Specimen of(String name, Network network, int ticks) {
    return new Specimen(name, network, ticks, List.of(), Agreement.exact());
  }

  /** The same with more forced spikes. */
  public Specimen force(String population, int neuron, long... at) {
    List<Forced> more = new ArrayList<>(forced);
    for (long tick : at) {
      more.add(new Forced(population, neuron, tick));
    }
    return new Specimen(name, network, ticks, more, agreement);
  }

  /** The same with another demand. */
  public Specimen agreeing(Agreement how) {
    return new Specimen(name, network, ticks, forced, how);
  }

  void show(Trial trial) {
    forced.forEach(spike -> trial.force(spike.population(), spike.neuron(), spike.tick()));
  }
}
