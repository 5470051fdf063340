package dev.glia.platform.runner.results;

import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.topology.Connectivity;

/** Brings weights of synapses, ordered by source, then target, into a matrix. */
final class WeightMatrix {
  private WeightMatrix() {}

  /** Rows are sources, 0 where there's no synapse; several synapses of a pair are added. */
  static float[] of(Projection projection, float[] weights) {
    Connectivity connectivity = projection.connectivity();
    int targets = connectivity.targets();
    float[] matrix = new float[Math.multiplyExact(connectivity.sources(), targets)];
    // Drivers don't store weights that are all the same where it's known who is connected to whom.
    boolean shared = weights.length <= 1;
    float constant =
        weights.length == 1
            ? weights[0]
            : projection.weight() instanceof Law.Constant law ? (float) law.value() : Float.NaN;
    int synapse = 0;
    for (int source = 0; source < connectivity.sources(); source++) {
      for (int target : connectivity.row(source)) {
        matrix[source * targets + target] += shared ? constant : weights[synapse++];
      }
    }
    return matrix;
  }
}
