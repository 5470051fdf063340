package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.device.DeviceException;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.topology.Hops;
import dev.glia.deployments.DeviceTurn;
import dev.glia.deployments.SpikePlayer.Forced;
import java.util.List;
import java.util.stream.IntStream;

/** When each node of a graph first spikes, against how many edges away the first spike was. */
final class Distance {
  private static final int NODES = 90;
  private static final int STEPS = 2 * NODES + 10;
  private static final int STEPS_PER_HOP = 2;

  private static final List<String> TOPOLOGIES =
      List.of(
          "{synfire-chain: {width: 1, k: 1}}",
          "{synfire-chain: {width: 10, k: 3}}",
          "{watts-strogatz: {k: 6, p: 0.1}}");

  private Distance() {}

  static void measure(Cell cell, CellContext context) throws DeviceException {
    int graphs = cell.integer("graphs");
    long agreeing = 0;
    for (int i = 0; i < graphs; i++) {
      for (String topology : TOPOLOGIES) {
        agreeing += agreeing(context, topology, "graph-" + i);
      }
    }
    context.number("distance", (double) agreeing / (graphs * TOPOLOGIES.size() * NODES));
  }

  private static long agreeing(CellContext context, String topology, String name)
      throws DeviceException {
    List<String> settings = // the name, because what is drawn depends on it
        List.of("projections.aa.topology=" + topology, "projections.aa.name=" + name);
    try (DeviceTurn board = DeviceTurn.take(context, NeuroCoreX.BOARD, "distance.yaml", settings)) {
      List<Forced> seed = List.of(new Forced(1, "cells", 0));
      long[] first = board.player("cells").play(STEPS, seed).first();
      int[] hops =
          Hops.from(List.of(0), board.deployment().network().projection(name).connectivity());
      return IntStream.range(0, NODES)
          .filter(n -> first[n] == (hops[n] < 0 ? -1 : first[0] + STEPS_PER_HOP * hops[n]))
          .count();
    }
  }
}
