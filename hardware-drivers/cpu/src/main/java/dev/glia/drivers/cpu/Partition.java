package dev.glia.drivers.cpu;

import dev.glia.api.network.Network;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which neurons belong to which thread: each has a slice of every population, perhaps an empty one.
 * Slices begin at whole words of spike bits, so the costly populations are cut first and the small
 * ones fill up what is left.
 */
final class Partition {
  private final int[][] bounds;

  private Partition(int[][] bounds) {
    this.bounds = bounds;
  }

  /** Cuts the network that the work is of so that threads have equal work. */
  static Partition of(Work work, int threads) {
    Network network = work.network();
    int populations = network.populations().size();
    double[] costs = IntStream.range(0, populations).mapToDouble(work::ofPopulation).toArray();
    double[] loads = new double[threads];
    int[][] bounds = new int[populations][];
    IntStream.range(0, populations)
        .boxed()
        .sorted(Comparator.comparingDouble(p -> -costs[p]))
        .forEach(p -> bounds[p] = cut(network.populations().get(p).size(), costs[p], loads));
    return new Partition(bounds);
  }

  /** Cuts a population so that it makes loads equal, as far as it can; adds to them. */
  private static int[] cut(int size, double cost, double[] loads) {
    int threads = loads.length;
    int words = Padding.words(size);
    double level = (Arrays.stream(loads).sum() + cost) / threads;
    double missing = Arrays.stream(loads).map(load -> Math.max(0, level - load)).sum();
    int[] bounds = new int[threads + 1];
    double share = 0;
    int begin = 0;
    for (int t = 0; t < threads; t++) {
      share += Math.max(0, level - loads[t]) / missing;
      int end = t == threads - 1 ? words : (int) Math.round(words * share);
      loads[t] += cost * (end - begin) / words;
      begin = end;
      bounds[t + 1] = Math.min(size, end << 6);
    }
    return bounds;
  }

  /** First neuron of each thread's slice of a population, and the end. */
  int[] bounds(int population) {
    return bounds[population];
  }
}
