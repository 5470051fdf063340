package dev.glia.learning.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeviceException;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Solver;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class InhibitoryRateHomeostasisTest {
  /** A rate that rises by a hundredth each tick, and one that is what it is. */
  private static final NeuronEquations RISING =
      NeuronEquations.of("r : 1\nr_before : 1").everyTick("r_before = r; r += 0.01").build();

  private static final NeuronEquations DRIVEN =
      NeuronEquations.of("dr/dt = (expit(1 + i_syn) - r)/dt : 1\ntarget : 1\ni_syn : 1 (input)")
          .solve(Solver.EULER_MARUYAMA)
          .start("target = 0.4")
          .build();

  private static Trial trial(float weight, String eta) {
    LearningRule rule = ModelResources.learning("inhibitory-rate-homeostasis");
    SynapseEquations coupling = SynapseEquations.of("").continuous("w*r_pre").build();
    return Trial.of(
        new ReferenceDriver(),
        TestNetwork.with("1 ms")
            .population("pre", 1, RISING)
            .population("post", 1, DRIVEN)
            .project(
                "pre",
                "post",
                p ->
                    p.through(coupling, "i_syn")
                        .wiring(Wiring.allToAll(1, 1).weights(new float[] {weight}))
                        .learn("h", rule.equations())
                        .set("h.eta", eta))
            .probe("post", "r")
            .build());
  }

  /** Two ticks by hand: the source's last rates are 0 and 0.01. */
  @Test
  void changesByErrorTimesTheSourcesLastRate() throws DeviceException {
    try (Trial trial = trial(-0.5f, "0.2").run(1)) {
      assertThat(trial.deployment().readWeights("pre->post")[0]).isEqualTo(-0.5f);
    }
    try (Trial trial = trial(-0.5f, "0.2").run(2)) {
      double r = trial.trace("post", "r", 0)[1];
      assertThat(trial.deployment().readWeights("pre->post")[0])
          .isCloseTo((float) (-0.5 - 0.2 * (r - 0.4) * 0.01), within(1e-7f));
    }
  }

  @Test
  void rateSettlesAtTheTarget() {
    try (Trial trial = trial(-0.1f, "1").run(300)) {
      assertThat(trial.trace("post", "r", 0)[299]).isCloseTo(0.4, within(0.01));
    }
  }

  @Test
  void weightsStopAtZero() throws DeviceException {
    LearningRule rule = ModelResources.learning("inhibitory-rate-homeostasis");
    NeuronEquations silent =
        NeuronEquations.of("r : 1\ntarget : 1\nx : 1 (input)").start("target = 0.9").build();
    SynapseEquations coupling = SynapseEquations.of("").continuous("w*r_pre").build();
    try (Trial trial =
        Trial.of(
                new ReferenceDriver(),
                TestNetwork.with("1 ms")
                    .population("pre", 1, RISING)
                    .population("post", 1, silent, u -> {})
                    .project(
                        "pre",
                        "post",
                        p ->
                            p.through(coupling, "x")
                                .wiring(Wiring.allToAll(1, 1).weights(new float[] {-0.1f}))
                                .learn("h", rule.equations())
                                .set("h.eta", "0.5"))
                    .build())
            .run(100)) {
      assertThat(trial.deployment().readWeights("pre->post")[0]).isZero();
    }
  }
}
