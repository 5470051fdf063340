package dev.glia.drivers.cpu.delivery;

import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Connectivity.Pattern;

/**
 * What the form of a projection is chosen by. Nothing here depends on threads, so results don't.
 *
 * @param synapses expected
 * @param drawsWeights whether synapses may have different weights
 * @param drawsDelays whether synapses may have different delays
 * @param eachWeight whether loops read and write a weight of each synapse, or more
 * @param variables of a synapse that such loops need, weight included; else 0
 * @param delays how many different ones a row may have
 * @param dt in seconds
 */
public record Traits(
    Pattern pattern,
    int sources,
    int targets,
    long synapses,
    boolean drawsWeights,
    boolean drawsDelays,
    boolean eachWeight,
    int variables,
    double delays,
    double dt) {
  /** Spikes a second and neuron, as long as nobody knows better. */
  public static final double ASSUMED_RATE = 10;

  /** Of a projection's synapses. */
  public static Traits of(SynapseDraw draw, Storage.Use use, int variables) {
    Connectivity connectivity = draw.connectivity();
    return new Traits(
        connectivity.pattern(),
        connectivity.sources(),
        connectivity.targets(),
        connectivity.expectedSynapses(),
        draw.drawsWeights(),
        draw.drawsDelays(),
        use == Storage.Use.EACH_WEIGHT,
        variables,
        draw.expectedDelays(),
        draw.dt());
  }

  /** Expected length of a row. */
  double row() {
    return synapses / (double) Math.max(1, sources);
  }

  /** Expected branches of all sources. */
  double branches() {
    return drawsDelays ? sources * Math.min(delays, row()) : 0;
  }

  /** Spikes that arrive in a tick in which any does, at the assumed rate. */
  double arriving() {
    return Math.max(1, sources * ASSUMED_RATE * dt);
  }
}
