package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeviceException;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

/** Two sources and a target that spike when they are told to; weights in mV, ticks of 1 ms. */
class TeacherGatedStdpTest {
  private static final NeuronEquations TAUGHT =
      NeuronEquations.of("dv/dt = -v/(20 ms) : mV\ndtaught/dt = -taught/(20 ms) : 1").build();

  private static double[] weights(long[] first, long[] teacher, long[] target) {
    LearningRule rule = ModelResources.learning("teacher-gated-stdp");
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("pre", 2, TestNetwork.relay())
            .population("teacher", 1, TestNetwork.relay())
            .population("post", 1, TAUGHT)
            .project(
                "pre",
                "post",
                p -> p.through(delta, "v").weight("0.5 mV").learn("rule", rule.equations()))
            .project("teacher", "post", p -> p.through(delta, "taught").weight("1"));
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build())) {
      trial.force("pre", 0, first).force("teacher", 0, teacher).force("post", 0, target).run(600);
      float[] weights = trial.deployment().readWeights("pre->post");
      return new double[] {weights[0] * 1e3, weights[1] * 1e3};
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  private static long[] at(long... ticks) {
    return ticks;
  }

  @Test
  void sourcesThatSpikedGainAndOthersLose() {
    assertThat(weights(at(100), at(105), at(107)))
        .containsExactly(new double[] {1.5, 0.4}, within(1e-6));
  }

  @Test
  void withoutTheTeacherNothingChanges() {
    assertThat(weights(at(100), at(), at(107)))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-6));
    assertThat(weights(at(100), at(80), at(107)))
        .as("27 ms after the teacher")
        .containsExactly(new double[] {0.5, 0.5}, within(1e-6));
  }

  @Test
  void onlyTheFirstSpikeCounts() {
    assertThat(weights(at(100), at(105), at(107, 110, 113)))
        .containsExactly(new double[] {1.5, 0.4}, within(1e-6));
  }

  @Test
  void sourcesThatOnceGainedAreKept() {
    assertThat(weights(at(100), at(105, 305), at(107, 307)))
        .containsExactly(new double[] {1.5, 0.3}, within(1e-6));
  }

  @Test
  void sourcesOutOfTheWindowDidNotSpike() {
    assertThat(weights(at(100), at(119), at(122)))
        .containsExactly(new double[] {0.4, 0.4}, within(1e-6));
    assertThat(weights(at(100), at(115), at(117)))
        .containsExactly(new double[] {1.5, 0.4}, within(1e-6));
  }
}
