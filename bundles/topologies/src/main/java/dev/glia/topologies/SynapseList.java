package dev.glia.topologies;

import dev.glia.api.component.Fault;
import dev.glia.api.topology.Layer;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.FloatArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** Synapses in the order in which they're read; sorted into rows at the end. */
final class SynapseList {
  private final Layer source;
  private final Layer target;
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();
  private FloatArrayList weights; // SI base units; null as long as none is given
  private FloatArrayList delays; // s

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
    if (this.from.isEmpty()) {
      weights = Double.isNaN(weight) ? null : new FloatArrayList();
      delays = Double.isNaN(delay) ? null : new FloatArrayList();
    } else if (Double.isNaN(weight) != (weights == null)
        || Double.isNaN(delay) != (delays == null)) {
      throw Fault.input(
          where + ": not of the same length as the entries before it. Give all synapses the same.");
    }
    this.from.add((int) from);
    this.to.add((int) to);
    if (weights != null) {
      weights.add((float) weight);
    }
    if (delays != null) {
      delays.add((float) delay);
    }
  }

  /**
   * Refuses a matrix of another size than that of the projection.
   *
   * @param where for the message
   */
  void expect(int sources, int targets, String where) {
    if (sources != source.size() || targets != target.size()) {
      throw Fault.input(
          where
              + " is a matrix of "
              + sources
              + " × "
              + targets
              + ", but '"
              + source.population()
              + "' has "
              + source.size()
              + " neurons and '"
              + target.population()
              + "' "
              + target.size()
              + ": rows are sources, columns targets.");
    }
  }

  /** Says that the synapses have weights, even if there are none. */
  void weigh() {
    if (weights == null && from.isEmpty()) {
      weights = new FloatArrayList();
    }
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

  /** Grouped by source, ascending by target; equal pairs stay in their order. */
  Rows rows() {
    int[] order = sorted(sorted(identity(), to, target.size()), from, source.size());
    int[] starts = new int[source.size() + 1];
    int[] targetOf = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      starts[from.get(i) + 1]++;
      targetOf[i] = to.get(order[i]);
    }
    for (int i = 0; i < source.size(); i++) {
      starts[i + 1] += starts[i];
    }
    return new Rows(target.size(), starts, targetOf, picked(weights, order), picked(delays, order));
  }

  private int[] identity() {
    int[] order = new int[from.size()];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** A stable counting sort of synapses by one of their ends. */
  private int[] sorted(int[] order, IntArrayList end, int bound) {
    int[] next = new int[bound + 1];
    for (int synapse : order) {
      next[end.get(synapse) + 1]++;
    }
    for (int i = 0; i < bound; i++) {
      next[i + 1] += next[i];
    }
    int[] result = new int[order.length];
    for (int synapse : order) {
      result[next[end.get(synapse)]++] = synapse;
    }
    return result;
  }

  private static float[] picked(FloatArrayList numbers, int[] order) {
    if (numbers == null) {
      return null;
    }
    float[] result = new float[order.length];
    for (int i = 0; i < order.length; i++) {
      result[i] = numbers.get(order[i]);
    }
    return result;
  }
}
