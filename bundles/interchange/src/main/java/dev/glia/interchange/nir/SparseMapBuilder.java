package dev.glia.interchange.nir;

import dev.glia.api.component.Fault;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Collects the entries of a map, source by source; sums those that are the same. One thread. */
final class SparseMapBuilder {
  /** Most entries of all maps of a graph. */
  static final int MOST = 20_000_000;

  private final String what;
  private final int[] starts;
  private int[] targets = new int[16];
  private double[] weights = new double[16];
  private double[] delays = new double[16];
  private int source;
  private int size;

  /**
   * A builder.
   *
   * @param what is built, for the message that it's too large
   */
  SparseMapBuilder(int sources, String what) {
    this.what = what;
    this.starts = new int[sources + 1];
  }

  void add(int target, double weight, double delay) {
    if (size == targets.length) {
      if (size >= MOST) {
        throw Fault.input(
            what + ": more than " + MOST + " connections. Try a smaller part of the network.");
      }
      int larger = Math.min(MOST, size * 2);
      targets = Arrays.copyOf(targets, larger);
      weights = Arrays.copyOf(weights, larger);
      delays = Arrays.copyOf(delays, larger);
    }
    targets[size] = target;
    weights[size] = weight;
    delays[size] = delay;
    size++;
  }

  /** All entries of the next source have been added. */
  void endOfSource() {
    int start = starts[source];
    if (!isAscending(start)) {
      sort(start);
    }
    int end = start;
    for (int i = start; i < size; i++) {
      if (end > start && targets[end - 1] == targets[i] && delays[end - 1] == delays[i]) {
        weights[end - 1] += weights[i];
      } else {
        targets[end] = targets[i];
        weights[end] = weights[i];
        delays[end] = delays[i];
        end++;
      }
    }
    size = withoutZeros(start, end);
    starts[++source] = size;
  }

  private boolean isAscending(int start) {
    for (int i = start + 1; i < size; i++) {
      if (targets[i] < targets[i - 1]
          || targets[i] == targets[i - 1] && delays[i] < delays[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private void sort(int start) {
    int[] order =
        IntStream.range(start, size)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> targets[i])
                    .thenComparingDouble(i -> delays[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] t = new int[order.length];
    double[] w = new double[order.length];
    double[] d = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      t[i] = targets[order[i]];
      w[i] = weights[order[i]];
      d[i] = delays[order[i]];
    }
    System.arraycopy(t, 0, targets, start, t.length);
    System.arraycopy(w, 0, weights, start, w.length);
    System.arraycopy(d, 0, delays, start, d.length);
  }

  private int withoutZeros(int start, int end) {
    int kept = start;
    for (int i = start; i < end; i++) {
      if (weights[i] != 0) {
        targets[kept] = targets[i];
        weights[kept] = weights[i];
        delays[kept] = delays[i];
        kept++;
      }
    }
    return kept;
  }

  SparseMap map() {
    return new SparseMap(
        starts,
        Arrays.copyOf(targets, size),
        Arrays.copyOf(weights, size),
        Arrays.copyOf(delays, size));
  }
}
