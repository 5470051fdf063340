package dev.glia.interchange.nir;

import dev.glia.api.component.Fault;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import dev.glia.api.topology.Connectivity;

/** The synapses of a projection, drawn as a driver draws them. */
final class Synapses {
  private Synapses() {}

  /**
   * All of them, delays as the whole ticks that they are run with.
   *
   * @throws Fault INPUT if they are too many
   */
  static SparseMap of(Projection projection, Network network) {
    Connectivity connectivity = projection.connectivity();
    SparseMapBuilder map =
        new SparseMapBuilder(connectivity.sources(), "projection '" + projection.name() + "'");
    for (int source = 0; source < connectivity.sources(); source++) {
      int[] targets = connectivity.row(source);
      double[] weights =
          numbers(
              connectivity.weights(source),
              projection.weight(),
              "weight",
              projection,
              network,
              source,
              targets.length);
      double[] delays =
          numbers(
              connectivity.delays(source),
              projection.delay(),
              "delay",
              projection,
              network,
              source,
              targets.length);
      for (int i = 0; i < targets.length; i++) {
        map.add(targets[i], weights[i], Math.round(delays[i] / network.dt()) * network.dt());
      }
      map.endOfSource();
    }
    return map.map();
  }

  private static double[] numbers(
      float[] prescribed,
      Law law,
      String what,
      Projection projection,
      Network network,
      int source,
      int count) {
    double[] numbers = new double[count];
    RandomStream random =
        new RandomStream(
            Streams.key(network.seed(), Streams.ofProjection(projection.name(), what)), source);
    for (int i = 0; i < count; i++) {
      numbers[i] = prescribed == null ? law.draw(random) : prescribed[i];
    }
    return numbers;
  }
}
