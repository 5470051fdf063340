package dev.glia.neurons.conductance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FitzHughNagumoTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("fitzhugh-nagumo");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  private Trial driven(String input) {
    TestNetwork network =
        TestNetwork.with("0.05 ms")
            .population("cell", 1, model().equations(), c -> c.current("i", "i_syn", input))
            .probeSpikes("cell")
            .probe("cell", "v")
            .probe("cell", "w_recover");
    return Trial.of(driver(), network.build()).run(10_000);
  }

  @Test
  void restsWhereItsNullclinesCross() {
    try (Trial trial = driven("0")) {
      double v = trial.trace("cell", "v", 0)[9999];
      double w = trial.trace("cell", "w_recover", 0)[9999];
      assertThat(v - v * v * v / 3 - w).isCloseTo(0, within(1e-5));
      assertThat(v + 0.7 - 0.8 * w).isCloseTo(0, within(1e-5));
      assertThat(v).isCloseTo(-1.19941, within(1e-4));
    }
  }

  @Test
  void aLimitCycleAppearsWithInput() {
    try (Trial trial = driven("0.5")) {
      double[] v = trial.trace("cell", "v", 0);
      double[] late = Arrays.copyOfRange(v, 5000, v.length);
      assertThat(Arrays.stream(late).max().getAsDouble()).isBetween(1.8, 2.1);
      assertThat(Arrays.stream(late).min().getAsDouble()).isBetween(-2.1, -1.8);
      long[] ticks = trial.spikes("cell").ticks();
      // Period 39.5 units of time.
      double period = (ticks[ticks.length - 1] - ticks[2]) * 0.05 / (ticks.length - 3);
      assertThat(period).isCloseTo(39.5, within(1.0));
    }
  }

  @Test
  void inputBeyondTheCycleHoldsItUpWithoutSpikes() {
    try (Trial trial = driven("2")) {
      assertThat(trial.spikes("cell").ticks()).hasSizeLessThanOrEqualTo(2);
    }
  }
}
