package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class RewardStdpTest extends LearningRuleContract {
  /** A target that is its own source of reward. */
  private static final NeuronEquations REWARDED =
      NeuronEquations.of("dv/dt = -v/(20 ms) : mV\ndreward/dt = 0/(1 s) : 1").build();

  @Override
  protected LearningRule rule() {
    return ModelResources.learning("reward-stdp");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Override
  protected NeuronEquations target() {
    return REWARDED;
  }

  @Override
  protected void configure(TestProjection projection) {
    projection.modulator("rule.reward", "post", "reward");
  }

  /** The change in mV in 5 s after a pair of spikes, the target's so many ms later. */
  private double change(double reward, int distance) {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("pre", 1, TestNetwork.relay())
            .population("post", 1, REWARDED, p -> p.start("reward", reward))
            .project(
                "pre",
                "post",
                p ->
                    p.through(delta, "v")
                        .weight("0.5 mV")
                        .learn("rule", rule().equations())
                        .modulator("rule.reward", "post", "reward"));
    try (Trial trial = Trial.of(driver(), network.build())) {
      trial.force("pre", 0, 100).force("post", 0, 100L + distance).run(5000);
      return trial.deployment().readWeights("pre->post")[0] * 1e3 - 0.5;
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingChangesWithoutReward() {
    assertThat(change(0, 10)).isCloseTo(0, within(1e-7));
  }

  @Test
  void rewardTurnsEligibilityIntoWeight() {
    // The integral of the trace is a*exp(-1/2)*tau_eligibility, less what is left after 4.9 s.
    double expected = 0.1 * Math.exp(-0.5) * (1 - Math.exp(-4.89));
    assertThat(change(0.5, 10)).isCloseTo(0.5 * expected, within(1e-4));
  }

  @Test
  void rewardAfterTheWrongOrderWeakens() {
    assertThat(change(0.5, -10)).isNegative();
  }

  @Test
  void punishmentReversesTheSign() {
    assertThat(change(-0.5, 10)).isCloseTo(-change(0.5, 10), within(1e-5));
  }
}
