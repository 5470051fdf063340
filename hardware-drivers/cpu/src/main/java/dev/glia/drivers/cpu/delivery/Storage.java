package dev.glia.drivers.cpu.delivery;

import dev.glia.api.topology.Connectivity.Pattern;

/** Fills a form with the synapses of a projection. */
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
   * Stores a projection in the form that is expected to be the fastest.
   *
   * @param bounds first target of each slice, and the end
   * @param variables of a synapse, weight included; only for EACH_WEIGHT
   * @return one a slice
   */
  public static Synapses[] build(SynapseDraw draw, int[] bounds, Use use, int variables) {
    return build(
        Choice.fastest(Traits.of(draw, use, variables)).form(), draw, bounds, use, variables);
  }

  /** Stores a projection in a form that is possible. */
  public static Synapses[] build(
      Form form, SynapseDraw draw, int[] bounds, Use use, int variables) {
    boolean weighted = draw.drawsWeights() || use == Use.EACH_WEIGHT;
    int each = Math.max(weighted ? 1 : 0, variables);
    return switch (form) {
      case TOTAL -> total(draw, bounds, draw.connectivity().pattern() == Pattern.ALL_BUT_ONE);
      case ONE_TO_ONE -> oneToOne(draw, bounds);
      case DENSE -> dense(draw, bounds, Math.max(1, variables));
      case BIT_ROWS -> new BitRowsBuilder(draw, bounds).build();
      case ROWS -> rows(draw, bounds, weighted, use == Use.EACH_WEIGHT, each);
      case PROCEDURAL -> procedural(draw, bounds);
    };
  }

  private static Synapses[] dense(SynapseDraw draw, int[] bounds, int variables) {
    Dense[] slices = new Dense[bounds.length - 1];
    for (int s = 0; s < slices.length; s++) {
      slices[s] = new Dense(draw.sources(), bounds[s], bounds[s + 1] - bounds[s], variables);
    }
    Drawing.all(
        draw,
        () ->
            (own, from, to) -> {
              for (int source = from; source < to; source++) {
                own.row(source);
                fillDense(own, source, bounds, slices);
              }
              return slices;
            },
        drawn -> {});
    return slices;
  }

  private static void fillDense(SynapseDraw draw, int source, int[] bounds, Dense[] slices) {
    for (int s = 0; s < slices.length; s++) {
      int at = slices[s].first(source) - bounds[s];
      for (int j = bounds[s]; j < bounds[s + 1]; j++) {
        slices[s].weights()[at + j] = draw.weight(j);
      }
    }
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

  private static Synapses[] rows(
      SynapseDraw draw, int[] bounds, boolean weighted, boolean keepsSources, int variables) {
    int count = bounds.length - 1;
    RowsBuilder[] builders = new RowsBuilder[count];
    long expected = draw.connectivity().expectedSynapses();
    for (int s = 0; s < count; s++) {
      double share = (bounds[s + 1] - bounds[s]) / (double) Math.max(1, bounds[count]);
      builders[s] =
          new RowsBuilder(
              bounds[s],
              bounds[s + 1],
              draw.sources(),
              weighted,
              draw.drawsDelays(),
              keepsSources,
              expected * share);
    }
    Drawing.all(
        draw,
        () -> new RowsWork(bounds, weighted, draw.drawsDelays()),
        (RowsChunk[] chunks) -> {
          for (int s = 0; s < count; s++) {
            builders[s].append(chunks[s]);
          }
        });
    Synapses[] slices = new Synapses[count];
    for (int s = 0; s < count; s++) {
      slices[s] = builders[s].build(weighted ? 0f : draw.sharedWeight(), variables);
      builders[s] = null;
    }
    return slices;
  }

  /** One thread's part in drawing rows: a chunk a slice. */
  private static final class RowsWork implements Drawing.Work<RowsChunk[]> {
    private final RowsChunk[] chunks;

    RowsWork(int[] bounds, boolean weighted, boolean branched) {
      chunks = new RowsChunk[bounds.length - 1];
      for (int s = 0; s < chunks.length; s++) {
        chunks[s] = new RowsChunk(bounds[s], bounds[s + 1], weighted, branched);
      }
    }

    @Override
    public RowsChunk[] draw(SynapseDraw draw, int from, int to) {
      for (RowsChunk chunk : chunks) {
        chunk.clear();
      }
      for (int source = from; source < to; source++) {
        draw.row(source);
        int[] order = draw.drawsDelays() ? draw.byDelay() : null;
        for (RowsChunk chunk : chunks) {
          chunk.addRow(draw, order);
        }
      }
      return chunks;
    }
  }

  private static Synapses[] procedural(SynapseDraw draw, int[] bounds) {
    long[] counts = new long[bounds.length - 1];
    Drawing.all(
        draw,
        () ->
            (own, from, to) -> {
              long[] drawn = new long[counts.length];
              for (int source = from; source < to; source++) {
                own.row(source);
                for (int s = 0; s < drawn.length; s++) {
                  drawn[s] += own.firstFrom(bounds[s + 1]) - own.firstFrom(bounds[s]);
                }
              }
              return drawn;
            },
        (long[] drawn) -> {
          for (int s = 0; s < drawn.length; s++) {
            counts[s] += drawn[s];
          }
        });
    Synapses[] slices = new Synapses[counts.length];
    for (int s = 0; s < slices.length; s++) {
      slices[s] = new Procedural(draw.another(), bounds[s], bounds[s + 1], counts[s]);
    }
    return slices;
  }
}
