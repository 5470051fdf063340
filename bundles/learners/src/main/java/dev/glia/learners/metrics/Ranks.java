package dev.glia.learners.metrics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1; those of equal numbers are shared. */
final class Ranks {
  private Ranks() {}

  static double[] of(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int until = from + 1;
      while (until < order.length && values[order[until]] == values[order[from]]) {
        until++;
      }
      for (int i = from; i < until; i++) {
        ranks[order[i]] = (from + until + 1) / 2.0;
      }
      from = until;
    }
    return ranks;
  }
}
