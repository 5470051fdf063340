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
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/**
 * A fixed number of synapses, each between two neurons chosen at random, so that a pair may have
 * several.
 *
 * <p>The number is given, or follows from the probability that a pair has at least one synapse:
 * {@code n = log(1 - p) / log(1 - 1/(sources*targets))} (Potjans and Diesmann 2014, equation 1).
 * How many of them leave from each source is drawn first, which is all that is kept.
 */
@Component(property = {Topology.ID + "=fixed-total-number", Topology.VERSION + "=1.0.0"})
public final class FixedTotalNumber implements Topology {
  private static final long MOST_SYNAPSES = 1L << 50; // whole in a double

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "fixed-total-number",
          "1.0.0",
          "A fixed number of synapses between random pairs of neurons, which may have several",
          "doi:10.1093/cercor/bhs358",
          ParameterSchema.quantity(
              "p",
              "0",
              new Range(0, false, 1, true),
              "probability that a pair has at least one synapse; instead of n"),
          ParameterSchema.integer(
              "n", "0", new Range(0, false, MOST_SYNAPSES, false), "number of synapses"),
          SelfConnection.SCHEMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    boolean selfForbidden = SelfConnection.isForbidden(parameters, source, target);
    double pairs = (double) source.size() * (selfForbidden ? target.size() - 1 : target.size());
    long number = number(parameters, pairs);
    if (pairs == 0 && number > 0) {
      throw Fault.input(
          "fixed-total-number can't place "
              + number
              + " synapses within '"
              + source.population()
              + "', which has one neuron. Enlarge the population, or say self: allow.");
    }
    return new RandomPairs(
        outDegrees(number, source.size(), key), target.size(), selfForbidden, number, key);
  }

  private static long number(Parameters parameters, double pairs) {
    double p = parameters.number("p");
    long n = ((Number) parameters.value("n")).longValue();
    if (p > 0 == n > 0) {
      throw Fault.input(
          "fixed-total-number wants either a probability or a number of synapses"
              + (n > 0 ? ", here are both" : "")
              + ". Try p: 0.1, or n: 1000.");
    }
    return n > 0 || pairs == 0
        ? n
        : Math.round(pairs == 1 ? 1 : StrictMath.log1p(-p) / StrictMath.log1p(-1 / pairs));
  }

  /** Multinomial numbers, one by one: what is left over is shared by the sources that are left. */
  private static int[] outDegrees(long number, int sources, long key) {
    int[] degrees = new int[sources];
    long left = number;
    for (int i = 0; i < sources; i++) {
      double u = new RandomStream(key, i).nextDouble();
      long degree = Binomial.draw(left, 1.0 / (sources - i), u);
      if (degree > Integer.MAX_VALUE - 8) {
        throw Fault.input(
            String.format(
                Locale.ROOT,
                "fixed-total-number gives one neuron %,d synapses, more than 2^31. Lower n.",
                degree));
      }
      degrees[i] = (int) degree;
      left -= degree;
    }
    return degrees;
  }
}
