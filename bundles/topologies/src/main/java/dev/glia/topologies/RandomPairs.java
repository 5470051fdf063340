package dev.glia.topologies;

import dev.glia.api.random.RandomStream;
import dev.glia.api.topology.Connectivity;
import java.util.Arrays;

/** Each source with a number of targets of its own, drawn with repetition when it's asked for. */
final class RandomPairs implements Connectivity {
  /** Below one synapse for so many targets, sorting is faster than counting. */
  private static final int SPARSE = 32;

  private final int[] degrees;
  private final int targets;
  private final boolean selfForbidden;
  private final long synapses;
  private final long key;

  RandomPairs(int[] degrees, int targets, boolean selfForbidden, long synapses, long key) {
    this.degrees = degrees;
    this.targets = targets;
    this.selfForbidden = selfForbidden;
    this.synapses = synapses;
    this.key = key;
  }

  @Override
  public int sources() {
    return degrees.length;
  }

  @Override
  public int targets() {
    return targets;
  }

  @Override
  public long expectedSynapses() {
    return synapses;
  }

  @Override
  public int[] row(int source) {
    Sizes.source(source, sources());
    RandomStream random = new RandomStream(key, source);
    random.nextDouble(); // chose the number of synapses
    int degree = degrees[source];
    int excluded = selfForbidden ? source : targets;
    int bound = selfForbidden ? targets - 1 : targets;
    int[] row = new int[degree];
    for (int place = 0; place < degree; place++) {
      int target = random.nextInt(bound);
      row[place] = target >= excluded ? target + 1 : target;
    }
    if (degree < targets / SPARSE) {
      Arrays.sort(row);
    } else {
      sortByCounting(row);
    }
    return row;
  }

  private void sortByCounting(int[] row) {
    int[] counts = new int[targets];
    for (int target : row) {
      counts[target]++;
    }
    int place = 0;
    for (int target = 0; place < row.length; target++) {
      for (int count = counts[target]; count > 0; count--) {
        row[place++] = target;
      }
    }
  }
}
