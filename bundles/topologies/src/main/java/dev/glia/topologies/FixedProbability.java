package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.random.RandomStream;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import dev.glia.api.units.Unit;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/** Every pair with the same probability, independently of the others (Erdős–Rényi). */
@Component(property = {Topology.ID + "=fixed-probability", Topology.VERSION + "=1.0.0"})
public final class FixedProbability implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "fixed-probability",
          "1.0.0",
          "Every pair of neurons with the same probability, independently",
          "doi:10.1103/PhysRevE.71.036113",
          ParameterSchema.required(
              "p", Unit.ONE, new Range(0, false, 1, false), "probability of a pair"),
          SelfConnection.SCHEMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    return new Sparse(
        source.size(),
        target.size(),
        parameters.number("p"),
        SelfConnection.isForbidden(parameters, source, target),
        key);
  }

  /**
   * Gaps between connected targets are geometric, so only synapses are drawn, not pairs (Batagelj
   * and Brandes 2005, section II.A).
   */
  private record Sparse(int sources, int targets, double p, boolean selfForbidden, long key)
      implements Connectivity {
    @Override
    public int[] row(int source) {
      Sizes.source(source, sources);
      if (p == 0) {
        return new int[0];
      }
      RandomStream random = new RandomStream(key, source);
      double logOfMiss = StrictMath.log1p(-p); // -inf for p = 1, which makes every gap 0
      int[] row = new int[likelyLength()];
      int length = 0;
      double target = gap(random, logOfMiss);
      while (target < targets) {
        if (!(selfForbidden && target == source)) {
          if (length == row.length) {
            row = Arrays.copyOf(row, length + length / 2 + 16);
          }
          row[length++] = (int) target;
        }
        target += 1 + gap(random, logOfMiss);
      }
      return Arrays.copyOf(row, length);
    }

    /**
     * StrictMath decides, so that the network is the same on every machine; it is asked only where
     * the processor's faster logarithm, which differs in the last digit, leaves a doubt.
     */
    private static double gap(RandomStream random, double logOfMiss) {
      double hit = 1 - random.nextDouble();
      double fast = Math.log(hit) / logOfMiss;
      double gap = Math.floor(fast);
      double doubt = 1e-9 * (1 + fast);
      boolean sure = fast - gap > doubt && gap + 1 - fast > doubt;
      return sure ? gap : Math.floor(StrictMath.log(hit) / logOfMiss);
    }

    /** Mean and four standard deviations: rarely too short. */
    private int likelyLength() {
      double mean = p * targets;
      return (int) Math.min(targets, mean + 4 * Math.sqrt(mean * (1 - p)) + 1);
    }

    @Override
    public long expectedSynapses() {
      long pairs = (long) sources * targets - (selfForbidden ? sources : 0);
      return Math.round(pairs * p);
    }
  }
}
