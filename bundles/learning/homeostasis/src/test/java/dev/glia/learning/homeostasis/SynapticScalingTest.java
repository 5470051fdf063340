package dev.glia.learning.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class SynapticScalingTest extends LearningRuleContract {
  private static final String WEIGHTS = "pre->post";

  @Override
  protected LearningRule rule() {
    return ModelResources.learning("synaptic-scaling");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  /** Three sources, two targets; weights in V by source, then target. */
  private float[] scaled(String total, float[]... rows) throws DeviceException {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    NeuronEquations membrane = NeuronEquations.of("dv/dt = -v/(20 ms) : mV").build();
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("pre", 3, membrane)
            .population("post", 2, membrane)
            .project(
                "pre",
                "post",
                p ->
                    p.through(delta, "v")
                        .wiring(Wiring.allToAll(3, 2).weights(rows))
                        .learn("scaling", rule().equations())
                        .set("scaling.total", total));
    try (Trial trial = Trial.of(driver(), network.build())) {
      trial.deployment().raise(WEIGHTS, LearningEquations.PRESENTATION);
      return trial.deployment().readWeights(WEIGHTS);
    }
  }

  @Test
  void weightsOntoEachTargetSumToTheTotal() throws DeviceException {
    float[] w = scaled("78.4 mV", new float[] {1, 0.5f}, new float[] {2, 0}, new float[] {5, 1.5f});
    assertThat(w[0] + w[2] + w[4]).isCloseTo(78.4e-3f, within(1e-7f));
    assertThat(w[1] + w[3] + w[5]).isCloseTo(78.4e-3f, within(1e-7f));
    assertThat(w[2]).isCloseTo(2 * w[0], within(1e-8f));
    assertThat(w[3]).isZero();
  }

  @Test
  void theTotalMayBeInTheWeightsUnit() throws DeviceException {
    float[] w = scaled("2 weight", new float[] {1, 1}, new float[] {1, 1}, new float[] {2, 2});
    assertThat(w[4]).isCloseTo(1e-3f, within(1e-9f));
  }

  @Test
  void targetsWithoutWeightAreLeftAlone() throws DeviceException {
    float[] w = scaled("1 mV", new float[] {0, 1}, new float[] {0, 1}, new float[] {0, 2});
    assertThat(w).containsExactly(0, 0.25e-3f, 0, 0.25e-3f, 0, 0.5e-3f);
  }

  @Test
  void inhibitoryWeightsKeepTheirSign() throws DeviceException {
    float[] w = scaled("1 mV", new float[] {-1, -1}, new float[] {-1, 1}, new float[] {-2, 2});
    assertThat(w[0]).isCloseTo(-0.25e-3f, within(1e-9f));
    assertThat(w[1]).isCloseTo(-0.25e-3f, within(1e-9f));
    assertThat(w[5]).isCloseTo(0.5e-3f, within(1e-9f));
  }
}
