package dev.glia.reservoir;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.network.Projection;
import dev.glia.api.topology.Connectivity;

/**
 * The weights of a projection as a network has them now.
 *
 * @param targets number of target units
 * @param rows targets of each source
 * @param weights by source, then target, as deployments order them
 */
public record Coupling(int targets, int[][] rows, float[] weights) {
  /** Reads a projection. */
  public static Coupling read(Deployment deployment, String projection) throws DeviceLostException {
    Projection of = deployment.network().projection(projection);
    Connectivity wires = of.connectivity();
    int[][] rows = new int[wires.sources()][];
    for (int source = 0; source < rows.length; source++) {
      rows[source] = wires.row(source);
    }
    return new Coupling(wires.targets(), rows, deployment.readWeights(projection));
  }

  /** Sum of all weights. */
  public double total() {
    double total = 0;
    for (float weight : weights) {
      total += weight;
    }
    return total;
  }

  /** What each target gets if every source has this rate: {@code Σ_j w_ij r_j}. */
  public double[] inputs(double[] rates) {
    double[] inputs = new double[targets];
    int at = 0;
    for (int source = 0; source < rows.length; source++) {
      for (int target : rows[source]) {
        inputs[target] += weights[at++] * rates[source];
      }
    }
    return inputs;
  }

  /** Whether each target has any synapse. */
  public boolean[] reached() {
    boolean[] reached = new boolean[targets];
    for (int[] row : rows) {
      for (int target : row) {
        reached[target] = true;
      }
    }
    return reached;
  }

  /** The weights with those onto each target scaled by its factor. */
  public float[] scaled(double[] factors) {
    float[] scaled = new float[weights.length];
    int at = 0;
    for (int[] row : rows) {
      for (int target : row) {
        scaled[at] = (float) (weights[at] * factors[target]);
        at++;
      }
    }
    return scaled;
  }
}
