package dev.glia.neurons.integrateandfire;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.Input;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LifAdaptiveTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("lif-adaptive");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Override
  protected double strongInput(Input input) {
    return 1000; // mV
  }

  private Trial trial(Consumer<TestPopulation> details) {
    return Trial.of(
        driver(),
        TestNetwork.with("0.5 ms")
            .population("cell", 1, model().equations(), details)
            .probeSpikes("cell")
            .probe("cell", "theta")
            .build());
  }

  @Test
  void spikesRaiseTheThresholdLessTheHigherItIs() {
    try (Trial trial = trial(c -> {})) {
      trial.force("cell", 0, 10, 20).run(30);
      double[] theta = trial.trace("cell", "theta", 0);
      // 0.07 * 10/|20 - 10|, then 0.07 * 10/|20.07 - 10|; the decay is 2e-6 mV a tick.
      assertThat(theta[9]).isCloseTo(20.07e-3, within(1e-7));
      assertThat(theta[19]).isCloseTo(20.07e-3 + 0.07e-3 * 10 / 10.07, within(1e-7));
    }
  }

  @Test
  void thetaDecaysExponentially() {
    try (Trial trial = trial(c -> c.set("tau_theta", "100 ms")).run(200)) {
      assertThat(trial.trace("cell", "theta", 0)[199]).isCloseTo(20e-3 / Math.E, within(1e-8));
    }
  }

  @Test
  void frozenThetaStays() {
    Consumer<TestPopulation> frozen = c -> c.set("adapting", "0").set("tau_theta", "10 ms");
    try (Trial trial = trial(frozen)) {
      trial.force("cell", 0, 5, 10).run(100);
      assertThat(trial.trace("cell", "theta", 0)).containsOnly((double) 20e-3f);
    }
  }

  @Test
  void itFiresAboveBasePlusTheta() {
    // At rest -65, threshold -72 + 20 = -52: 13 mV of steady drive are just too little.
    try (Trial below = trial(c -> c.current("i", "i_syn", "12.9 mV")).run(5000);
        Trial above = trial(c -> c.current("i", "i_syn", "13.2 mV")).run(5000)) {
      assertThatSpikes(below.spikes("cell")).isSilent();
      assertThatSpikes(above.spikes("cell")).hasCountBetween(1, 20);
    }
  }

  @Test
  void intervalsGrowAsItAdapts() {
    try (Trial trial =
        trial(c -> c.set("theta_increment", "0.5 mV").current("i", "i_syn", "30 mV")).run(4000)) {
      long[] ticks = trial.spikes("cell").ticks();
      assertThat(ticks).hasSizeGreaterThan(5);
      for (int i = 2; i < ticks.length; i++) {
        assertThat(ticks[i] - ticks[i - 1]).isGreaterThanOrEqualTo(ticks[i - 1] - ticks[i - 2]);
      }
      assertThat(ticks[ticks.length - 1] - ticks[ticks.length - 2])
          .isGreaterThan(ticks[1] - ticks[0]);
    }
  }
}
