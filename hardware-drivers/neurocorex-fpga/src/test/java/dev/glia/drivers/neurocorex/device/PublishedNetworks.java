package dev.glia.drivers.neurocorex.device;

import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import java.util.Random;

/** Networks that a published core takes, and what it takes of input. */
final class PublishedNetworks {
  private PublishedNetworks() {}

  /** 84 neurons, 94 inputs, all between them; nothing leaks, so that sums stay in range. */
  static Network wide(long seed, boolean learns) {
    return TestNetwork.with("0.96 ms")
        .seed(seed)
        .population("in", 94, TestNetwork.relay())
        .population("a", 50, CoreNetworks.NEURON, p -> p.set("threshold", "25").set("leak", "0"))
        .population("b", 34, CoreNetworks.NEURON, p -> p.set("threshold", "30").set("leak", "0"))
        .project("in", "a", p -> p.wiring(weights(94, 50, seed, 0, 40, true)).through(DELTA, "x"))
        .project("in", "b", p -> p.wiring(weights(94, 34, -seed, 0, 30, true)).through(DELTA, "x"))
        .project(
            "a",
            "b",
            p -> {
              p.wiring(weights(50, 34, 8, -1, 3, true)).through(DELTA, "x");
              if (learns) {
                p.learn("rule", CoreNetworks.RULE)
                    .set("rule.pre_window", "1")
                    .set("rule.post_window", "6")
                    .set("rule.dw_plus", "1")
                    .set("rule.dw_minus", "1")
                    .set("rule.w_min", "-1");
              }
            })
        .project("b", "a", p -> p.wiring(weights(34, 50, 9, -1, 1, true)).through(DELTA, "x"))
        .probeSpikes("a")
        .probeSpikes("b")
        .probe("a", "v", 20, 50)
        .build();
  }

  private static final dev.glia.api.equations.SynapseEquations DELTA = CoreNetworks.DELTA;

  private static CoreNetworks.WholeWeights weights(
      int from, int to, long seed, int low, int high, boolean loops) {
    return new CoreNetworks.WholeWeights(from, to, 0.3, low, high, loops, seed);
  }

  /** One input spikes in about half of the ticks. */
  static Trial show(Trial trial, long seed, int ticks) {
    Random random = new Random(seed);
    for (int tick = 1; tick <= ticks; tick++) {
      if (random.nextBoolean()) {
        trial.force("in", random.nextInt(94), tick);
      }
    }
    return trial;
  }
}
