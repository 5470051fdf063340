package dev.glia.drivers.cpu.delivery;

import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Connectivity.Pattern;

/** Chooses a form for the synapses of a projection by what they have in common, and fills it. */
public final class Storage {
  /** What the engine needs of the synapses, beyond delivering spikes. */
  public enum Use {
    /** Weights are read when a spike arrives. */
    STATIC,
    /** Each synapse has a weight, perhaps more, which loops read and write. */
    EACH_WEIGHT
  }

  private Storage() {}

  /**
   * Stores a projection.
   *
   * @param bounds first target of each slice, and the end
   * @param variables of a synapse, weight included; only for EACH_WEIGHT
   * @return one a slice
   */
  public static Synapses[] build(SynapseDraw draw, int[] bounds, Use use, int variables) {
    Pattern pattern = draw.connectivity().pattern();
    boolean each = use == Use.EACH_WEIGHT;
    boolean weighted = draw.drawsWeights() || each;
    if (!draw.drawsDelays()) {
      if (pattern == Pattern.ALL_TO_ALL && weighted && fitsDense(draw.connectivity())) {
        return dense(draw, bounds, Math.max(1, variables));
      }
      if ((pattern == Pattern.ALL_TO_ALL || pattern == Pattern.ALL_BUT_ONE) && !weighted) {
        return total(draw, bounds, pattern == Pattern.ALL_BUT_ONE);
      }
      if (pattern == Pattern.ONE_TO_ONE && !each) {
        return oneToOne(draw, bounds);
      }
    }
    return rows(draw, bounds, weighted, Math.max(weighted ? 1 : 0, variables));
  }

  private static boolean fitsDense(Connectivity connectivity) {
    return (long) connectivity.sources() * (connectivity.targets() + 16) < Integer.MAX_VALUE;
  }

  private static Synapses[] dense(SynapseDraw draw, int[] bounds, int variables) {
    Dense[] slices = new Dense[bounds.length - 1];
    for (int s = 0; s < slices.length; s++) {
      slices[s] = new Dense(draw.sources(), bounds[s], bounds[s + 1] - bounds[s], variables);
    }
    for (int source = 0; source < draw.sources(); source++) {
      draw.row(source);
      for (int s = 0; s < slices.length; s++) {
        int at = slices[s].first(source) - bounds[s];
        for (int j = bounds[s]; j < bounds[s + 1]; j++) {
          slices[s].weights()[at + j] = draw.weight(j);
        }
      }
    }
    return slices;
  }

  private static Synapses[] total(SynapseDraw draw, int[] bounds, boolean butOwn) {
    Synapses[] slices = new Synapses[bounds.length - 1];
    for (int s = 0; s < slices.length; s++) {
      slices[s] = new Total(bounds[s], bounds[s + 1], draw.sources(), draw.sharedWeight(), butOwn);
    }
    return slices;
  }

  private static Synapses[] oneToOne(SynapseDraw draw, int[] bounds) {
    Synapses[] slices = new Synapses[bounds.length - 1];
    for (int s = 0; s < slices.length; s++) {
      int from = Math.min(bounds[s], draw.sources());
      int to = Math.min(bounds[s + 1], draw.sources());
      float[] weights = draw.drawsWeights() ? new float[to - from] : null;
      for (int i = from; weights != null && i < to; i++) {
        draw.row(i);
        weights[i - from] = draw.weight(0);
      }
      float shared = draw.drawsWeights() ? 0f : draw.sharedWeight();
      slices[s] = new OneToOne(from, to, shared, weights);
    }
    return slices;
  }

  private static Synapses[] rows(SynapseDraw draw, int[] bounds, boolean weighted, int variables) {
    RowsBuilder[] builders = new RowsBuilder[bounds.length - 1];
    long expected = draw.connectivity().expectedSynapses();
    for (int s = 0; s < builders.length; s++) {
      double share = (bounds[s + 1] - bounds[s]) / (double) Math.max(1, bounds[bounds.length - 1]);
      int capacity = (int) Math.min(expected * share * 1.01 + 64, Integer.MAX_VALUE - 16);
      builders[s] =
          new RowsBuilder(
              bounds[s], bounds[s + 1], draw.sources(), weighted, draw.drawsDelays(), capacity);
    }
    for (int source = 0; source < draw.sources(); source++) {
      draw.row(source);
      int[] order = draw.drawsDelays() ? draw.byDelay() : null;
      for (RowsBuilder builder : builders) {
        builder.add(source, draw, order);
      }
    }
    Synapses[] slices = new Synapses[builders.length];
    for (int s = 0; s < slices.length; s++) {
      slices[s] = builders[s].build(weighted ? 0f : draw.sharedWeight(), variables);
      builders[s] = null;
    }
    return slices;
  }
}
