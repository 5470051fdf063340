package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.device.DeviceException;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.topology.Connectivity;
import dev.glia.studies.hardware.neurocorex.Core.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** When each node of a graph first spikes, against how many edges away the first spike was. */
final class Distance {
  private static final int NODES = 90;
  private static final int STEPS = 2 * NODES + 10;
  private static final int STEPS_PER_HOP = 2;

  private Distance() {}

  static void measure(Cell cell, CellContext context) throws DeviceException {
    int agreeing = 0;
    int nodes = 0;
    for (int i = 0; i < cell.integer("graphs"); i++) {
      RandomStream random = context.random("distance " + i);
      for (String topology : List.of(chain(), layers(random), "{watts-strogatz: {k: 6, p: 0.1}}")) {
        List<String> settings = List.of("projections.aa.topology=" + topology);
        try (Core core = Core.on(context, "distance.yaml", settings)) {
          long[] first = new long[NODES];
          Arrays.fill(first, -1);
          for (long[] spike : core.play(STEPS, List.of(new Event(1, "cells", 0)))) {
            int node = (int) spike[1];
            first[node] = first[node] < 0 ? spike[0] : first[node];
          }
          int[] hops = hops(core.deployment.network().projection("aa").connectivity());
          for (int node = 0; node < NODES; node++) {
            boolean reached = hops[node] >= 0;
            long expected = reached ? first[0] + (long) STEPS_PER_HOP * hops[node] : -1;
            agreeing += first[node] == expected ? 1 : 0;
            nodes++;
          }
        }
      }
    }
    context.number("distance", (double) agreeing / nodes);
  }

  private static String chain() {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < NODES; i++) {
      pairs.add("[" + i + ", " + (i + 1) + "]");
    }
    return "{explicit: " + pairs + "}";
  }

  /** Nine layers of ten, each node with three targets in the next layer. */
  private static String layers(RandomStream random) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < NODES - 10; i++) {
      int layer = i / 10 + 1;
      int shift = random.nextInt(10);
      for (int k = 0; k < 3; k++) {
        pairs.add("[" + i + ", " + (10 * layer + (shift + 3 * k) % 10) + "]");
      }
    }
    return "{explicit: " + pairs + "}";
  }

  /** Edges from node 0; -1 where there's no way. */
  private static int[] hops(Connectivity graph) {
    int[] hops = new int[NODES];
    Arrays.fill(hops, -1);
    hops[0] = 0;
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int node = open.poll();
      for (int next : graph.row(node)) {
        if (hops[next] < 0) {
          hops[next] = hops[node] + 1;
          open.add(next);
        }
      }
    }
    return hops;
  }
}
