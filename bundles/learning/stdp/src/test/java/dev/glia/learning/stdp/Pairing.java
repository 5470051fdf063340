package dev.glia.learning.stdp;

import dev.glia.api.device.DeviceException;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.function.Consumer;

/** One synapse between two neurons that spike when they are told to; weights in mV, ticks in ms. */
final class Pairing {
  private Pairing() {}

  /** The weight in mV after these spikes, in ticks of 1 ms. */
  static double weight(
      LearningRule rule,
      String start,
      Consumer<TestProjection> details,
      long[] sourceTicks,
      long[] targetTicks) {
    NeuronEquations membrane =
        NeuronEquations.of("dv/dt = -v/tau : mV")
            .parameter("tau", "20 ms", "(0, inf)", "membrane time constant")
            .build();
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("pre", 1, membrane)
            .population("post", 1, membrane)
            .project(
                "pre",
                "post",
                p ->
                    details.accept(
                        p.through(delta, "v").weight(start).learn("rule", rule.equations())));
    long last = 1;
    for (long[] ticks : new long[][] {sourceTicks, targetTicks}) {
      for (long tick : ticks) {
        last = Math.max(last, tick);
      }
    }
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build())) {
      trial.force("pre", 0, sourceTicks).force("post", 0, targetTicks).run(last + 1);
      return trial.deployment().readWeights("pre->post")[0] * 1e3;
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  /** The change in mV by one pair, the target's spike so many ms after the source's. */
  static double change(
      LearningRule rule, String start, Consumer<TestProjection> details, int distance) {
    long[] source = {70};
    long[] target = {70 + distance};
    double before = Double.parseDouble(start.split(" ")[0]);
    return weight(rule, start, details, source, target) - before;
  }
}
