package dev.glia.drivers.interpreter;

import dev.glia.api.network.Law;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The synapses of one projection, one by one, ordered by source, then target.
 *
 * <p>An axon branch is all synapses of one source with the same delay: where a spike arrives at one
 * of them, it arrives at all. Branches are ordered by source, then delay.
 */
final class Synapses {
  final int[] source;
  final int[] target;

  /** Whole ticks. */
  final int[] delay;

  /** SI base units. */
  final double[] weight;

  /** The branch that each synapse belongs to. */
  final int[] branch;

  final int[] branchSource;

  /** The synapses of each branch, ascending. */
  final int[][] ofBranch;

  /** The synapses onto each target, ascending. */
  final int[][] ofTarget;

  /** Every delay that occurs, ascending. */
  final int[] delays;

  private final List<TreeMap<Integer, Integer>> branchByDelay = new ArrayList<>();

  /**
   * Asks the connectivity for all rows and draws what it leaves to the laws.
   *
   * @throws IllegalArgumentException if a delay is negative or a weight isn't a number
   */
  Synapses(Projection projection, Clock clock) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < projection.connectivity().sources(); i++) {
      rows.add(Row.of(projection, i, clock));
    }
    int size = rows.stream().mapToInt(row -> row.targets.length).sum();
    source = new int[size];
    target = new int[size];
    delay = new int[size];
    weight = new double[size];
    branch = new int[size];
    int next = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int k = 0; k < row.targets.length; k++) {
        source[next] = i;
        target[next] = row.targets[k];
        delay[next] = row.delays[k];
        weight[next++] = row.weights[k];
      }
    }
    delays = Arrays.stream(delay).sorted().distinct().toArray();
    ofBranch = findBranches(rows.size());
    branchSource = Arrays.stream(ofBranch).mapToInt(synapses -> source[synapses[0]]).toArray();
    ofTarget = group(target, projection.connectivity().targets());
  }

  /** One source's synapses as they are before the first tick. */
  private record Row(int[] targets, double[] weights, int[] delays) {
    static Row of(Projection projection, int source, Clock clock) {
      int[] targets = projection.connectivity().row(source);
      double[] weights =
          prescribedOrDrawn(
              projection.connectivity().weights(source),
              projection.weight(),
              new RandomStream(
                  clock.seed, Streams.ofProjection(projection.name(), "weight"), source),
              targets.length);
      double[] seconds =
          prescribedOrDrawn(
              projection.connectivity().delays(source),
              projection.delay(),
              new RandomStream(
                  clock.seed, Streams.ofProjection(projection.name(), "delay"), source),
              targets.length);
      int[] delays = new int[targets.length];
      for (int k = 0; k < delays.length; k++) {
        delays[k] = wholeTicks(seconds[k], clock.dt, projection);
      }
      return new Row(targets, weights, delays);
    }

    private static double[] prescribedOrDrawn(
        float[] prescribed, Law law, RandomStream random, int length) {
      double[] values = new double[length];
      for (int k = 0; k < length; k++) {
        values[k] = prescribed == null ? law.draw(random) : prescribed[k];
      }
      return values;
    }

    private static int wholeTicks(double seconds, double dt, Projection projection) {
      if (!(seconds >= 0) || seconds / dt > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "projection %s: a delay of %s s can't be; delays are 0 or positive"
                .formatted(projection.name(), seconds));
      }
      return (int) Math.round(seconds / dt);
    }
  }

  private int[][] findBranches(int sources) {
    for (int i = 0; i < sources; i++) {
      branchByDelay.add(new TreeMap<>());
    }
    for (int s = 0; s < source.length; s++) {
      branchByDelay.get(source[s]).put(delay[s], -1);
    }
    int count = 0;
    for (TreeMap<Integer, Integer> branches : branchByDelay) {
      for (Integer ticks : branches.keySet()) {
        branches.put(ticks, count++);
      }
    }
    for (int s = 0; s < source.length; s++) {
      branch[s] = branchByDelay.get(source[s]).get(delay[s]);
    }
    return group(branch, count);
  }

  /** For each group the synapses that belong to it, ascending. */
  private static int[][] group(int[] groupOf, int groups) {
    int[] sizes = new int[groups];
    for (int g : groupOf) {
      sizes[g]++;
    }
    int[][] members = new int[groups][];
    for (int g = 0; g < groups; g++) {
      members[g] = new int[sizes[g]];
    }
    int[] filled = new int[groups];
    for (int s = 0; s < groupOf.length; s++) {
      int g = groupOf[s];
      members[g][filled[g]++] = s;
    }
    return members;
  }

  int count() {
    return source.length;
  }

  int branches() {
    return ofBranch.length;
  }

  /** The longest delay, in ticks; 0 without synapses. */
  int longestDelay() {
    return delays.length == 0 ? 0 : delays[delays.length - 1];
  }

  /**
   * The branches at which a spike arrives at this tick: by time of emission, then source.
   *
   * @param spikes of the source population
   */
  int[] arrivingBranches(SpikeHistory spikes, long tick) {
    List<Integer> arriving = new ArrayList<>();
    for (int d = delays.length - 1; d >= 0; d--) { // the longest delay was emitted first
      for (int neuron : spikes.at(tick - delays[d])) {
        Integer found = branchByDelay.get(neuron).get(delays[d]);
        if (found != null) {
          arriving.add(found);
        }
      }
    }
    return arriving.stream().mapToInt(Integer::intValue).toArray();
  }
}
