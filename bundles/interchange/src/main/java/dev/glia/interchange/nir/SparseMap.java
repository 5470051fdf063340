package dev.glia.interchange.nir;

import java.util.Arrays;

/**
 * Weighted, delayed connections from the neurons of one population to something. Entries are sorted
 * by source, then target, then delay, each once. Immutable by agreement: the arrays belong to it.
 *
 * @param starts of each source's entries; one more than there are sources
 * @param delays in seconds
 */
record SparseMap(int[] starts, int[] targets, double[] weights, double[] delays) {
  static SparseMap identity(int size) {
    int[] starts = new int[size + 1];
    int[] targets = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i + 1] = i + 1;
      targets[i] = i;
    }
    double[] weights = new double[size];
    Arrays.fill(weights, 1);
    return new SparseMap(starts, targets, weights, new double[size]);
  }

  int sources() {
    return starts.length - 1;
  }

  int size() {
    return targets.length;
  }

  boolean isEmpty() {
    return targets.length == 0;
  }

  /** Whether all entries go from i to i. */
  boolean isOneToOne() {
    for (int source = 0; source < sources(); source++) {
      if (starts[source + 1] - starts[source] != 1 || targets[starts[source]] != source) {
        return false;
      }
    }
    return true;
  }

  /** Whether a pair of neurons is connected more than once. */
  boolean hasParallels() {
    for (int source = 0; source < sources(); source++) {
      for (int i = starts[source] + 1; i < starts[source + 1]; i++) {
        if (targets[i] == targets[i - 1]) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isConstant(double[] numbers) {
    for (double number : numbers) {
      if (number != numbers[0]) {
        return false;
      }
    }
    return true;
  }

  /** This, then what a linear node makes of it. */
  SparseMap then(Fan fan, SparseMapBuilder into) {
    for (int source = 0; source < sources(); source++) {
      for (int i = starts[source]; i < starts[source + 1]; i++) {
        double weight = weights[i];
        double delay = delays[i];
        fan.of(
            targets[i],
            (output, factor, later) -> into.add(output, weight * factor, delay + later));
      }
      into.endOfSource();
    }
    return into.map();
  }

  /** Both together; they have the same sources. */
  SparseMap plus(SparseMap other, SparseMapBuilder into) {
    for (int source = 0; source < sources(); source++) {
      addTo(into, source);
      other.addTo(into, source);
      into.endOfSource();
    }
    return into.map();
  }

  private void addTo(SparseMapBuilder into, int source) {
    for (int i = starts[source]; i < starts[source + 1]; i++) {
      into.add(targets[i], weights[i], delays[i]);
    }
  }
}
