package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The synapses of one projection as the network specifies them: by source, then target. */
public final class Wire {
  public final Projection projection;
  public final int[] source;
  public final int[] target;

  /** Whole ticks. */
  public final int[] delay;

  /** In the network's unit. */
  public final double[] weight;

  /** The axon branch of each synapse: all synapses of one source and delay, in this order. */
  public final int[] branch;

  /** By branch. */
  public final int[] branchSource;

  public final int[] branchDelay;

  /** Where each synapse lies in its matrix; filled in by the placement. */
  final int[] cell;

  /** Whether it comes from input lines; else from neurons of the core. */
  boolean fromInputs;

  Wire(Network network, Projection projection) {
    this.projection = projection;
    List<Integer> sources = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    List<int[]> delays = new ArrayList<>();
    for (int i = 0; i < projection.connectivity().sources(); i++) {
      int[] row = projection.connectivity().row(i);
      rows.add(row);
      weights.add(draw(network, i, row.length, true));
      double[] seconds = draw(network, i, row.length, false);
      int[] ticks = new int[row.length];
      for (int k = 0; k < row.length; k++) {
        ticks[k] = (int) Math.round(seconds[k] / network.dt());
        sources.add(i);
      }
      delays.add(ticks);
    }
    source = sources.stream().mapToInt(Integer::intValue).toArray();
    target = joined(rows.size(), rows::get);
    delay = joined(delays.size(), delays::get);
    weight = weights.stream().flatMapToDouble(Arrays::stream).toArray();
    cell = new int[source.length];
    List<int[]> branches = new ArrayList<>();
    branch = findBranches(branches);
    branchSource = branches.stream().mapToInt(b -> b[0]).toArray();
    branchDelay = branches.stream().mapToInt(b -> b[1]).toArray();
  }

  private static int[] joined(int count, IntFunction<int[]> parts) {
    return IntStream.range(0, count).mapToObj(parts).flatMapToInt(Arrays::stream).toArray();
  }

  private double[] draw(Network network, int row, int length, boolean weights) {
    float[] given =
        weights ? projection.connectivity().weights(row) : projection.connectivity().delays(row);
    RandomStream random =
        new RandomStream(
            network.seed(),
            Streams.ofProjection(projection.name(), weights ? "weight" : "delay"),
            row);
    double[] values = new double[length];
    for (int k = 0; k < length; k++) {
      values[k] =
          given != null
              ? given[k]
              : (weights ? projection.weight() : projection.delay()).draw(random);
    }
    return values;
  }

  private int[] findBranches(List<int[]> branches) {
    int[] of = new int[source.length];
    for (int from = 0, to; from < source.length; from = to) {
      to = from;
      while (to < source.length && source[to] == source[from]) {
        to++;
      }
      int[] delays = Arrays.stream(delay, from, to).sorted().distinct().toArray();
      for (int s = from; s < to; s++) {
        of[s] = branches.size() + Arrays.binarySearch(delays, delay[s]);
      }
      for (int d : delays) {
        branches.add(new int[] {source[from], d});
      }
    }
    return of;
  }

  /** Its name, as findings have it. */
  String where() {
    return "projection " + projection.name();
  }

  public int count() {
    return source.length;
  }

  /** Where a synapse lies in its matrix. */
  public int cell(int synapse) {
    return cell[synapse];
  }

  /** Whether it comes from input lines; else from neurons of the core. */
  public boolean isFromInputs() {
    return fromInputs;
  }
}
