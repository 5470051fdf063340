package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.device.DeviceException;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.topology.Hops;
import dev.glia.deployments.DeviceTurn;
import dev.glia.deployments.SpikePlayer.Forced;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When each node of a graph first spikes, against how many edges away the first spike was. */
final class Distance {
  private static final int NODES = 90;
  private static final int STEPS = 2 * NODES + 10;
  private static final int STEPS_PER_HOP = 2;

  private Distance() {}

  static void measure(Cell cell, CellContext context) throws DeviceException {
    long agreeing = 0;
    int nodes = 0;
    for (int i = 0; i < cell.integer("graphs"); i++) {
      RandomStream random = context.random("distance " + i);
      for (String topology : List.of(chain(), layers(random), "{watts-strogatz: {k: 6, p: 0.1}}")) {
        agreeing += agreeing(context, topology);
        nodes += NODES;
      }
    }
    context.number("distance", (double) agreeing / nodes);
  }

  private static long agreeing(CellContext context, String topology) throws DeviceException {
    List<String> settings = List.of("projections.aa.topology=" + topology);
    try (DeviceTurn board = DeviceTurn.take(context, NeuroCoreX.BOARD, "distance.yaml", settings)) {
      List<Forced> seed = List.of(new Forced(1, "cells", 0));
      long[] first = board.player("cells").play(STEPS, seed).first();
      int[] hops =
          Hops.from(List.of(0), board.deployment().network().projection("aa").connectivity());
      return IntStream.range(0, NODES)
          .filter(n -> first[n] == (hops[n] < 0 ? -1 : first[0] + STEPS_PER_HOP * hops[n]))
          .count();
    }
  }

  private static String chain() {
    return "{explicit: "
        + IntStream.range(0, NODES - 1).mapToObj(i -> List.of(i, i + 1)).toList()
        + "}";
  }

  /** Nine layers of ten, each node with three targets in the next layer. */
  private static String layers(RandomStream random) {
    int[] shift = IntStream.range(0, NODES - 10).map(i -> random.nextInt(10)).toArray();
    Stream<List<Integer>> synapses =
        IntStream.range(0, 3 * shift.length)
            .mapToObj(k -> List.of(k / 3, 10 * (k / 30 + 1) + (shift[k / 3] + 3 * (k % 3)) % 10));
    return "{explicit: " + synapses.toList() + "}";
  }
}
