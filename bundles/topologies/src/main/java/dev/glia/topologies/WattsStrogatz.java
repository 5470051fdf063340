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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/**
 * A small world: neurons on a ring, each joined with its nearest neighbors in both directions, and
 * some of these edges moved to a neuron at random (Watts and Strogatz 1998). An edge is two
 * synapses, one each way; a pair has one edge at most.
 */
@Component(property = {Topology.ID + "=watts-strogatz", Topology.VERSION + "=1.0.0"})
public final class WattsStrogatz implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "watts-strogatz",
          "1.0.0",
          "A ring of near neighbors, some edges of which are moved at random",
          "doi:10.1038/30918",
          ParameterSchema.integer(
              "k", "6", new Range(2, false, 1e6, false), "neighbors of a neuron on the ring; even"),
          ParameterSchema.quantity(
              "p", "0.1", new Range(0, false, 1, false), "probability that an edge is moved"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    int size = source.size();
    int near = ((Number) parameters.value("k")).intValue();
    if (!source.population().equals(target.population())) {
      throw Fault.input(
          "watts-strogatz joins the neurons of one population, not '"
              + source.population()
              + "' and '"
              + target.population()
              + "'.");
    }
    if (near % 2 != 0 || near >= size) {
      throw Fault.input(
          "watts-strogatz: k is " + near + ", expected an even number below " + size + ".");
    }
    return rows(graph(size, near, parameters.number("p"), key));
  }

  /** Edges in the order of the paper: of each neuron the nearest first, then of each the second. */
  private static List<TreeSet<Integer>> graph(int size, int near, double p, long key) {
    List<TreeSet<Integer>> graph = new ArrayList<>();
    RandomStream[] random = new RandomStream[size];
    for (int i = 0; i < size; i++) {
      graph.add(new TreeSet<>());
      random[i] = new RandomStream(key, i);
    }
    for (int reach = 1; reach <= near / 2; reach++) {
      for (int i = 0; i < size; i++) {
        join(graph, i, (i + reach) % size);
      }
    }
    for (int reach = 1; reach <= near / 2; reach++) {
      for (int i = 0; i < size; i++) {
        int old = (i + reach) % size;
        if (random[i].nextDouble() < p && graph.get(i).size() < size - 1) {
          graph.get(i).remove(old);
          graph.get(old).remove(i);
          join(graph, i, stranger(graph.get(i), i, old, random[i], size));
        }
      }
    }
    return graph;
  }

  private static int stranger(
      TreeSet<Integer> known, int self, int old, RandomStream random, int n) {
    int other = random.nextInt(n);
    while (other == self || other == old || known.contains(other)) {
      other = random.nextInt(n);
    }
    return other;
  }

  private static void join(List<TreeSet<Integer>> graph, int one, int other) {
    graph.get(one).add(other);
    graph.get(other).add(one);
  }

  private static Connectivity rows(List<TreeSet<Integer>> graph) {
    int[] starts = new int[graph.size() + 1];
    for (int i = 0; i < graph.size(); i++) {
      starts[i + 1] = starts[i] + graph.get(i).size();
    }
    int[] targets =
        IntStream.range(0, graph.size())
            .flatMap(i -> graph.get(i).stream().mapToInt(Integer::intValue))
            .toArray();
    return new Rows(graph.size(), starts, targets, null, null);
  }
}
