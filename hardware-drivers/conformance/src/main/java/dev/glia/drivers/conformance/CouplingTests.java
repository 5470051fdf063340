package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import org.junit.jupiter.api.Test;

/** Continuous coupling, and patterns that a driver needn't store. */
abstract class CouplingTests extends DriverTests {
  @Test
  void gapJunctionPullsTwoPotentialsTogether() {
    Network network =
        TestNetwork.with(TICK)
            .population("cells", 2, Models.membrane(), p -> p.start("v", 10 * MV, 0))
            .project(
                "cells",
                "cells",
                p ->
                    p.through(Models.gapJunction(), "i").weight("5 nS").wiring(Wiring.allButOne(2)))
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network).run(1000)) {
      double[] first = trial.trace("cells", "v", 0);
      double[] second = trial.trace("cells", "v", 1);
      // The sum over the junctions is taken once a tick and constant within it: exact in closed
      // form.
      double leak = Math.exp(-DT / 20e-3);
      double pull = leak - 2 * 100e6 * 5e-9 * (1 - leak);
      for (int n = 1; n <= 1000; n++) {
        double sum = 10 * MV * Math.pow(leak, n);
        double difference = 10 * MV * Math.pow(pull, n);
        assertClose("sum at " + n, first[n - 1] + second[n - 1], sum, 10 * MV);
        assertClose("difference at " + n, first[n - 1] - second[n - 1], difference, 10 * MV);
      }
    }
  }

  @Test
  void couplingIsSummedOverTheDeliveredState() {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 1, TestNetwork.relay())
            .population("left", 1, Models.membrane())
            .population("right", 1, Models.membrane())
            .project("in", "left", p -> p.through(Models.delta(), "v").weight("8 mV"))
            .project("left", "right", p -> p.through(Models.gapJunction(), "i").weight("5 nS"))
            .probe("right", "v")
            .build();
    try (Trial trial = deploy(network).force("in", 0, 3).run(4)) {
      double[] v = trial.trace("right", "v", 0);
      assertThat(v[2]).as("before the jump").isZero();
      double expected = 8 * MV * 0.5 * (1 - Math.exp(-DT / 20e-3));
      assertClose("in the tick of the jump", v[3], expected, expected);
    }
  }

  @Test
  void allButOneDoesWhatTheListDoes() {
    try (Trial pattern = deploy(inhibiting(Wiring.allButOne(9))).run(3000);
        Trial list = deploy(inhibiting(Wiring.allButOneAsList(9))).run(3000)) {
      assertThatSpikes(list.spikes("cells")).hasCountBetween(50, 10_000);
      assertThatSpikes(pattern.spikes("cells")).isSameAsSpikes(list.spikes("cells"));
      for (int i = 0; i < 9; i++) {
        double[] expected = list.trace("cells", "v", i);
        double[] actual = pattern.trace("cells", "v", i);
        for (int n = 0; n < expected.length; n++) {
          assertClose("v[" + i + "] at " + (n + 1), actual[n], expected[n], 65 * MV);
        }
      }
    }
  }

  /** Weights of a power of two, so that a sum less one term is exact in any order. */
  private static Network inhibiting(Wiring wiring) {
    double[] drives = new double[9];
    for (int i = 0; i < 9; i++) {
      drives[i] = (0.2 + 0.03 * i) * NA;
    }
    return TestNetwork.with(TICK)
        .population(
            "cells",
            9,
            Models.lif(),
            p -> p.current("drive", "i_syn", "0 nA").set("drive.amplitude", drives))
        .project(
            "cells",
            "cells",
            p ->
                p.through(Models.exponential(), "i_syn")
                    .weight(new Law.Constant(-0x1p-34))
                    .delay("0.3 ms")
                    .wiring(wiring))
        .probeSpikes("cells")
        .probe("cells", "v")
        .build();
  }

  @Test
  void oneToOneAndAllToAllConnectWhatTheySay() {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 3, TestNetwork.relay())
            .population("one", 3, Models.integrator().build())
            .population("all", 3, Models.integrator().build())
            .project(
                "in",
                "one",
                p -> p.through(Models.delta(), "v").weight("1 mV").wiring(Wiring.oneToOne(3)))
            .project("in", "all", p -> p.through(Models.delta(), "v").weight("1 mV"))
            .probe("one", "v")
            .probe("all", "v")
            .build();
    try (Trial trial = deploy(network).force("in", 1, 1).force("in", 2, 1).run(2)) {
      double[] one = {0, 1, 1};
      for (int i = 0; i < 3; i++) {
        assertClose("one-to-one " + i, trial.trace("one", "v", i)[1], one[i] * MV, MV);
        assertClose("all-to-all " + i, trial.trace("all", "v", i)[1], 2 * MV, MV);
      }
    }
  }
}
