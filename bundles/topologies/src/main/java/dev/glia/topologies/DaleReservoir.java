package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.random.RandomStream;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Random connections within one population whose first units excite and whose last ones inhibit
 * (Dale's law): the reservoir of arXiv:2504.12480.
 *
 * <p>Every ordered pair of different units is connected with probability {@code p}. Sizes of
 * weights are drawn from a Gamma distribution of whole shape {@code shape} with mean {@code
 * strength}; those of inhibitory units are negative and {@code inhibition} times as large. Two
 * projections, one of each {@code part}, make the whole, so that a rule may act on one of them.
 */
@Component(property = {Topology.ID + "=dale-reservoir", Topology.VERSION + "=1.0.0"})
public final class DaleReservoir implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "dale-reservoir",
          "1.0.0",
          "Random recurrent connections of excitatory and inhibitory units, with weights",
          "arXiv:2504.12480",
          ParameterSchema.choice(
              "part",
              List.of("all", "excitatory", "inhibitory"),
              "whose connections this projection has"),
          ParameterSchema.quantity(
              "p", "0.1", new Range(0, false, 1, false), "probability of an ordered pair"),
          ParameterSchema.quantity(
              "excitatory",
              "0.8",
              new Range(0, false, 1, false),
              "share of units that excite: the first ones"),
          ParameterSchema.quantity(
              "strength",
              "0.3",
              new Range(0, false, Double.POSITIVE_INFINITY, true),
              "mean size of a weight"),
          ParameterSchema.quantity(
              "inhibition",
              "1",
              new Range(0, false, Double.POSITIVE_INFINITY, true),
              "factor on inhibitory weights; 4 balances four excitatory units to one"),
          ParameterSchema.integer(
              "shape", "2", new Range(1, false, 100, false), "of the Gamma distribution"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    if (!source.population().equals(target.population())) {
      throw Fault.input(
          "dale-reservoir connects a population with itself, not '%s' with '%s'."
              .formatted(source.population(), target.population()));
    }
    int exciting = (int) Math.round(parameters.number("excitatory") * source.size());
    String part = parameters.text("part");
    return new Reservoir(
        source.size(),
        exciting,
        part.equals("inhibitory") ? exciting : 0,
        part.equals("excitatory") ? exciting : source.size(),
        parameters.number("p"),
        parameters.integer("shape"),
        parameters.number("strength"),
        parameters.number("inhibition"),
        key);
  }

  /** Sources from {@code from} to {@code until} have synapses, the others none. */
  private record Reservoir(
      int units,
      int exciting,
      int from,
      int until,
      double p,
      int shape,
      double strength,
      double inhibition,
      long key)
      implements Connectivity {
    @Override
    public int sources() {
      return units;
    }

    @Override
    public int targets() {
      return units;
    }

    @Override
    public int[] row(int source) {
      return draw(source, null);
    }

    @Override
    public float[] weights(int source) {
      float[] weights = new float[units];
      int length = draw(source, weights).length;
      return Arrays.copyOf(weights, length);
    }

    /** Targets, and their weights if wanted: both come from the unit's stream, pair by pair. */
    private int[] draw(int source, float[] weights) {
      Sizes.source(source, units);
      int[] row = new int[units];
      int length = 0;
      RandomStream random = new RandomStream(key, source);
      double scale = (source < exciting ? strength : -strength * inhibition) / shape;
      for (int target = 0; target < units && source >= from && source < until; target++) {
        boolean connected = random.nextDouble() < p && target != source;
        double size = 0;
        for (int k = 0; k < shape && connected; k++) {
          size -= StrictMath.log1p(-random.nextDouble());
        }
        if (connected) {
          if (weights != null) {
            weights[length] = (float) (scale * size);
          }
          row[length++] = target;
        }
      }
      return Arrays.copyOf(row, length);
    }

    @Override
    public long expectedSynapses() {
      return Math.round(p * (until - from) * (units - 1.0));
    }
  }
}
