package dev.glia.api.topology;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;

/** How many synapses away the neurons of a population are, along its synapses onto itself. */
public final class Hops {
  private Hops() {}

  /**
   * Synapses on the shortest way from the nearest of some neurons to each neuron; -1 where there's
   * no way.
   *
   * @param graph with as many sources as targets
   * @throws IllegalArgumentException if it has not
   * @throws IndexOutOfBoundsException if a neuron isn't in it
   */
  public static int[] from(Collection<Integer> neurons, Connectivity graph) {
    if (graph.sources() != graph.targets()) {
      throw new IllegalArgumentException(
          "no graph: " + graph.sources() + " sources, " + graph.targets() + " targets");
    }
    int[] hops = new int[graph.targets()];
    Arrays.fill(hops, -1);
    neurons.forEach(neuron -> hops[neuron] = 0);
    Deque<Integer> open = new ArrayDeque<>(Set.copyOf(neurons));
    while (!open.isEmpty()) {
      int neuron = open.poll();
      for (int next : graph.row(neuron)) {
        if (hops[next] < 0) {
          hops[next] = hops[neuron] + 1;
          open.add(next);
        }
      }
    }
    return hops;
  }
}
