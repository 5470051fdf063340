package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.studies.hardware.neurocorex.Core.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The board against the same network elsewhere: what is written, what spikes, what is learned. */
final class Agreement {
  private static final List<String> PROJECTIONS = List.of("ff", "aa");
  private static final int INPUTS = 90;

  private final Core board;
  private final Core direct;
  private final RandomStream random;
  private long compared;
  private long equal;

  private Agreement(Core board, Core direct, RandomStream random) {
    this.board = board;
    this.direct = direct;
    this.random = random;
  }

  static void measure(Cell cell, CellContext context) throws DeviceException {
    RandomStream random = context.random("agreement");
    try (Core board = Core.on(context, "core.yaml", List.of());
        Core direct = new Core(context.deploy("core.yaml", List.of()))) {
      Agreement agreement = new Agreement(board, direct, random);
      agreement.write();
      context.number("memories", agreement.takeShare());
      float[] before = board.deployment.readWeights("aa");
      int spikes = agreement.play(cell.integer("steps"));
      context.number("rasters", agreement.takeShare());
      agreement.compareWeights();
      context.number("learned", agreement.takeShare());
      context.number("spikes", spikes);
      context.number("changed", differences(before, board.deployment.readWeights("aa")));
      for (int i = 0; i < cell.integer("orders") && !context.isCancelled(); i++) {
        agreement.anything();
        context.progress(i + 1L, cell.integer("orders"), "orders");
      }
      agreement.compareWeights();
      context.number("orders", agreement.takeShare());
    }
  }

  private static int differences(float[] a, float[] b) {
    int differences = 0;
    for (int i = 0; i < a.length; i++) {
      differences += a[i] == b[i] ? 0 : 1;
    }
    return differences;
  }

  /** The share of what was compared since the last call that was equal. */
  private double takeShare() {
    double share = (double) equal / compared;
    equal = 0;
    compared = 0;
    return share;
  }

  private void write() throws DeviceLostException {
    for (String projection : PROJECTIONS) {
      float[] weights = new float[Math.toIntExact(board.deployment.synapses(projection))];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = random.nextInt(5) == 0 ? random.nextInt(256) - 128 : 0;
      }
      board.deployment.writeWeights(projection, weights);
      direct.deployment.writeWeights(projection, weights);
      compare(weights, board.deployment.readWeights(projection));
    }
  }

  private void compare(float[] expected, float[] got) {
    compared += expected.length;
    equal += expected.length - differences(expected, got);
  }

  private void compareWeights() throws DeviceLostException {
    for (String projection : PROJECTIONS) {
      compare(direct.deployment.readWeights(projection), board.deployment.readWeights(projection));
    }
  }

  private int play(int ticks) throws DeviceLostException {
    List<Event> events = new ArrayList<>();
    for (int tick = 1; tick <= ticks; tick++) {
      for (int i = random.nextInt(8); i > 0; i--) {
        events.add(new Event(tick, "inputs", random.nextInt(INPUTS)));
      }
    }
    List<long[]> expected = direct.play(ticks, events);
    List<long[]> got = board.play(ticks, events);
    compared++;
    equal += Arrays.deepEquals(expected.toArray(), got.toArray()) ? 1 : 0;
    return expected.size();
  }

  /** One of all that can be done with a deployment. */
  private void anything() throws DeviceLostException {
    String projection = PROJECTIONS.get(random.nextInt(2));
    switch (random.nextInt(6)) {
      case 0 -> write();
      case 1 -> {
        boolean on = random.nextInt(2) == 0;
        board.deployment.setLearning(projection, on);
        direct.deployment.setLearning(projection, on);
      }
      case 2 -> board.deployment.restore(board.deployment.snapshot());
      case 3 -> board.deployment.restore(direct.deployment.snapshot());
      case 4 -> compareWeights();
      default -> play(1 + random.nextInt(5));
    }
  }
}
