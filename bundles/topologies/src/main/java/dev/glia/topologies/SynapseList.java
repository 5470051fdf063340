package dev.glia.topologies;

import dev.glia.api.component.Fault;
import dev.glia.api.topology.Layer;
import java.util.Arrays;

/** Synapses in the order in which they're read; sorted into rows at the end. */
final class SynapseList {
  private final Layer source;
  private final Layer target;
  private int size;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private float[] weights; // SI base units; null as long as none is given
  private float[] delays; // s

  SynapseList(Layer source, Layer target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Adds a synapse. Either all synapses have a weight or none has; likewise delays.
   *
   * @param weight in SI base units; NaN if there's none
   * @param delay in seconds; NaN if there's none
   * @param where for messages: {@code synapses[3]}, {@code synapses.csv:4}
   */
  void add(long from, long to, double weight, double delay, String where) {
    check(from, source, "from", where);
    check(to, target, "to", where);
    if (delay < 0 || Double.isInfinite(delay)) {
      throw Fault.input(where + ": a delay is 0 or more, given " + delay + " s.");
    }
    if (size == 0) {
      weights = Double.isNaN(weight) ? null : new float[64];
      delays = Double.isNaN(delay) ? null : new float[64];
    } else if (Double.isNaN(weight) != (weights == null)
        || Double.isNaN(delay) != (delays == null)) {
      throw Fault.input(
          where + ": not of the same length as the entries before it. Give all synapses the same.");
    }
    if (size == this.from.length) {
      grow();
    }
    this.from[size] = (int) from;
    this.to[size] = (int) to;
    if (weights != null) {
      weights[size] = (float) weight;
    }
    if (delays != null) {
      delays[size] = (float) delay;
    }
    size++;
  }

  private static void check(long index, Layer layer, String side, String where) {
    if (index < 0 || index >= layer.size()) {
      throw Fault.input(
          where
              + ": '"
              + side
              + "' is neuron "
              + index
              + ", but '"
              + layer.population()
              + "' has neurons 0 to "
              + (layer.size() - 1)
              + ".");
    }
  }

  private void grow() {
    int length = size + (size >> 1);
    from = Arrays.copyOf(from, length);
    to = Arrays.copyOf(to, length);
    weights = weights == null ? null : Arrays.copyOf(weights, length);
    delays = delays == null ? null : Arrays.copyOf(delays, length);
  }

  /** Grouped by source, ascending by target; equal pairs stay in their order. */
  Rows rows() {
    int[] order = sorted(sorted(identity(), to, target.size()), from, source.size());
    int[] starts = new int[source.size() + 1];
    int[] targetOf = new int[size];
    for (int i = 0; i < size; i++) {
      starts[from[i] + 1]++;
      targetOf[i] = to[order[i]];
    }
    for (int i = 0; i < source.size(); i++) {
      starts[i + 1] += starts[i];
    }
    return new Rows(target.size(), starts, targetOf, picked(weights, order), picked(delays, order));
  }

  private int[] identity() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** A stable counting sort of synapses by one of their ends. */
  private int[] sorted(int[] order, int[] end, int bound) {
    int[] next = new int[bound + 1];
    for (int synapse : order) {
      next[end[synapse] + 1]++;
    }
    for (int i = 0; i < bound; i++) {
      next[i + 1] += next[i];
    }
    int[] result = new int[size];
    for (int synapse : order) {
      result[next[end[synapse]]++] = synapse;
    }
    return result;
  }

  private static float[] picked(float[] numbers, int[] order) {
    if (numbers == null) {
      return null;
    }
    float[] result = new float[order.length];
    for (int i = 0; i < order.length; i++) {
      result[i] = numbers[order[i]];
    }
    return result;
  }
}
