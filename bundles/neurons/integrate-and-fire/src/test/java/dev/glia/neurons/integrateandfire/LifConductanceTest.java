package dev.glia.neurons.integrateandfire;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.Input;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class LifConductanceTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("lif-conductance");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Override
  protected double strongInput(Input input) {
    return 1000; // mV
  }

  @Test
  void intervalsFollowTheClosedForm() {
    // 2 ms refractory, then 10 ms * ln((40 - 15)/(40 - 20)) = 2.231 ms: 20 + 23 ticks.
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("cell", 1, model().equations(), c -> c.current("i", "i_syn", "40 mV"))
            .probeSpikes("cell");
    try (Trial trial = Trial.of(driver(), network.build()).run(5000)) {
      assertThatSpikes(trial.spikes("cell")).hasIntervalsBetween(43, 43).hasCountBetween(114, 117);
    }
  }
}
