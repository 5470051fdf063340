package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;

/**
 * How many steps the windows of one learning projection stay open, as the network's own variables
 * have it: they go on counting below 0, where the core's counters stop. The host counts along, from
 * the events and spikes that it sees anyway.
 */
final class Windows {
  final double[] pre;
  final double[] post;

  /** Whether it learns; frozen, nothing of it changes. */
  boolean on = true;

  private final int preWindow;
  private final int postWindow;

  Windows(Plan plan, Wire wire) {
    pre = new double[wire.branchSource.length];
    post = new double[wire.projection.connectivity().targets()];
    preWindow = plan.window(wire, true);
    postWindow = plan.window(wire, false);
  }

  /** A spike arrives at a branch. */
  void arrive(int branch) {
    if (on) {
      pre[branch] = preWindow;
    }
  }

  /** A target spiked. */
  void spike(int target) {
    if (on) {
      post[target] = postWindow;
    }
  }

  void tick() {
    if (on) {
      countDown(pre);
      countDown(post);
    }
  }

  private static void countDown(double[] steps) {
    for (int i = 0; i < steps.length; i++) {
      steps[i]--;
    }
  }

  /** What the core's counter is. */
  static int counter(double left) {
    return (int) Math.clamp(Math.rint(left), 0, 127);
  }
}
