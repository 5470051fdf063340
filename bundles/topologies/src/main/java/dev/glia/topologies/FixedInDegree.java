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
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Every target neuron receives from the same number of randomly chosen source neurons.
 *
 * <p>The sources of target j are drawn from entity j of the projection's stream, so they don't
 * depend on the size of the target population. Since synapses are drawn by target but asked for by
 * source, all of them are drawn at once and kept: four bytes each.
 */
@Component(property = {Topology.ID + "=fixed-in-degree", Topology.VERSION + "=1.0.0"})
public final class FixedInDegree implements Topology {
  private static final long MOST_SYNAPSES = Integer.MAX_VALUE - 8L; // of one Java array

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "fixed-in-degree",
          "1.0.0",
          "Every target neuron from the same number of random source neurons",
          "doi:10.1023/A:1008925309027",
          ParameterSchema.integer(
              "k",
              "",
              new Range(0, false, Integer.MAX_VALUE, false),
              "number of synapses of each target neuron"),
          ParameterSchema.choice(
              "multiple",
              List.of("forbid", "allow"),
              "whether a pair of neurons may have several synapses"),
          SelfConnection.SCHEMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    int degree = parameters.integer("k");
    boolean multiple = parameters.text("multiple").equals("allow");
    boolean selfForbidden = SelfConnection.isForbidden(parameters, source, target);
    checkDegree(degree, multiple, source.size() - (selfForbidden ? 1 : 0), source, target);
    int[] sourceOf = new int[degree * target.size()]; // by target
    Chooser chooser = new Chooser(source.size());
    for (int j = 0; j < target.size(); j++) {
      RandomStream random = new RandomStream(key, j);
      int excluded = selfForbidden ? j : Chooser.NONE;
      if (multiple) {
        chooser.withRepetition(random, sourceOf, j * degree, degree, excluded);
      } else {
        chooser.distinct(random, sourceOf, j * degree, degree, excluded);
      }
    }
    return bySource(sourceOf, degree, source.size(), target.size());
  }

  private static void checkDegree(
      int degree, boolean multiple, int available, Layer source, Layer target) {
    if (degree > 0 && (multiple ? available == 0 : degree > available)) {
      throw Fault.input(
          "fixed-in-degree can't choose k = "
              + degree
              + (multiple ? "" : " different")
              + " sources for a neuron of '"
              + target.population()
              + "': '"
              + source.population()
              + "' offers "
              + available
              + ". "
              + (available == 0
                  ? "Enlarge the population, or say self: allow."
                  : "Lower k, or say multiple: allow."));
    }
    if ((long) degree * target.size() > MOST_SYNAPSES) {
      throw Fault.input(
          "fixed-in-degree with k = "
              + degree
              + " onto "
              + target.size()
              + " neurons of '"
              + target.population()
              + "' makes more than 2^31 synapses. Split the population, or take"
              + " fixed-probability, which isn't stored.");
    }
  }

  /** A counting sort; targets come out ascending because they're read ascending. */
  private static Rows bySource(int[] sourceOf, int degree, int sources, int targets) {
    int[] starts = new int[sources + 1];
    for (int source : sourceOf) {
      starts[source + 1]++;
    }
    for (int i = 0; i < sources; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] targetOf = new int[sourceOf.length];
    for (int j = 0; j < targets; j++) {
      for (int place = j * degree; place < (j + 1) * degree; place++) {
        targetOf[next[sourceOf[place]]++] = j;
      }
    }
    return new Rows(targets, starts, targetOf, null, null);
  }
}
