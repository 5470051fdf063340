package dev.glia.neurons.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RateUnitsTest {
  /** The rate after so many ticks of 1 ms from 0, tau 10 ms. */
  private static double rate(String id, String input, String gain, String bias, int ticks) {
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population(
                "unit",
                1,
                ModelResources.neuron(id).equations(),
                u -> u.set("gain", gain).set("bias", bias).current("i", "i_syn", input))
            .probe("unit", "r");
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build()).run(ticks)) {
      return trial.trace("unit", "r", 0)[ticks - 1];
    }
  }

  @Test
  void ratesSettleAtTheFunctionOfTheirInput() {
    assertThat(rate("rate", "0.7", "2", "0.1", 500)).isCloseTo(Math.tanh(1.6), within(1e-6));
    assertThat(rate("rate-relu", "0.7", "2", "0.1", 500)).isCloseTo(1.6, within(1e-6));
    assertThat(rate("rate-relu", "-0.7", "2", "0.1", 500)).isZero();
    assertThat(rate("rate-sigmoid", "0.7", "2", "0.1", 500))
        .isCloseTo(1 / (1 + Math.exp(-1.6)), within(1e-6));
  }

  @Test
  void ratesApproachExponentially() {
    assertThat(rate("rate", "0.5", "1", "0", 10))
        .isCloseTo(Math.tanh(0.5) * (1 - Math.exp(-1)), within(1e-6));
    assertThat(rate("rate-relu", "0.5", "1", "0", 20))
        .isCloseTo(0.5 * (1 - Math.exp(-2)), within(1e-6));
  }

  /** r(t) = (1 - leak) r(t-1) + leak expit(gain (input + bias)), from 0. */
  @Test
  void sigmoidUnitTakesOneStepATick() {
    double drive = 1 / (1 + Math.exp(-1.6));
    assertThat(sigmoidUnit("1", 1)).isCloseTo(drive, within(1e-6));
    assertThat(sigmoidUnit("0.25", 1)).isCloseTo(0.25 * drive, within(1e-6));
    assertThat(sigmoidUnit("0.25", 2)).isCloseTo(0.4375 * drive, within(1e-6));
  }

  private static double sigmoidUnit(String leak, int ticks) {
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population(
                "unit",
                1,
                ModelResources.neuron("sigmoid-unit").equations(),
                u ->
                    u.set("leak", leak)
                        .set("gain", "2")
                        .set("bias", "0.1")
                        .current("i", "i_syn", "0.7"))
            .probe("unit", "r")
            .probe("unit", "r_before");
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build()).run(ticks)) {
      double[] before = trial.trace("unit", "r_before", 0);
      if (ticks > 1) {
        assertThat(before[ticks - 1]).isEqualTo(trial.trace("unit", "r", 0)[ticks - 2]);
      }
      return trial.trace("unit", "r", 0)[ticks - 1];
    }
  }

  abstract static class Contract extends NeuronModelContract {
    private final String id;

    Contract(String id) {
      this.id = id;
    }

    @Override
    protected NeuronModel model() {
      return ModelResources.neuron(id);
    }

    @Override
    protected HardwareDriver driver() {
      return new ReferenceDriver();
    }
  }

  @Nested
  class Tanh extends Contract {
    Tanh() {
      super("rate");
    }
  }

  @Nested
  class Relu extends Contract {
    Relu() {
      super("rate-relu");
    }
  }

  @Nested
  class Sigmoid extends Contract {
    Sigmoid() {
      super("rate-sigmoid");
    }
  }

  @Nested
  class SigmoidUnit extends Contract {
    SigmoidUnit() {
      super("sigmoid-unit");
    }
  }
}
