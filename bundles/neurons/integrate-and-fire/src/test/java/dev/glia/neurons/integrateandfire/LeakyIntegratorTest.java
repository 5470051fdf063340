package dev.glia.neurons.integrateandfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class LeakyIntegratorTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("leaky-integrator");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void settlesAtResistanceTimesCurrentWithoutASpike() {
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("cell", 1, model().equations(), c -> c.current("i", "i_syn", "5 nA"))
            .probeSpikes("cell")
            .probe("cell", "v");
    try (Trial trial = Trial.of(driver(), network.build()).run(400)) {
      double[] v = trial.trace("cell", "v", 0);
      assertThat(v[19]).isCloseTo(0.5 * (1 - Math.exp(-1)), within(1e-7));
      assertThat(v[399]).isCloseTo(0.5, within(1e-7));
      assertThat(trial.spikes("cell").ticks()).isEmpty();
    }
  }
}
