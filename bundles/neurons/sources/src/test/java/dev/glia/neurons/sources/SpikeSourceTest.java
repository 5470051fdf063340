package dev.glia.neurons.sources;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class SpikeSourceTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("spike-source");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void emitsWhatIsForcedOnItAndNothingElse() {
    TestNetwork network =
        TestNetwork.with("1 ms").population("in", 2, model().equations()).probeSpikes("in");
    try (Trial trial = Trial.of(driver(), network.build())) {
      trial.force("in", 0, 1, 5, 6).force("in", 1, 5).run(20);
      assertThatSpikes(trial.spikes("in")).hasSpikesOf(0, 1, 5, 6).hasSpikesOf(1, 5).hasCount(4);
    }
  }
}
