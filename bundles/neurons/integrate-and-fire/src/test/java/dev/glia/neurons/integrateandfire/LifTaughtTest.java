package dev.glia.neurons.integrateandfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class LifTaughtTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("lif-taught");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void theTeachersTraceDecaysAndLeavesTheMembraneAlone() {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("teacher", 1, TestNetwork.relay())
            .population("cell", 1, model().equations())
            .project("teacher", "cell", p -> p.through(delta, "taught").weight("1").delay("1 ms"))
            .probe("cell", "taught")
            .probe("cell", "v");
    try (Trial trial = Trial.of(driver(), network.build()).force("teacher", 0, 5).run(30)) {
      double[] taught = trial.trace("cell", "taught", 0);
      assertThat(taught[5]).as("at 6 ms the event is due, not in yet").isZero();
      assertThat(taught[25]).isCloseTo(Math.exp(-1), within(1e-6));
      assertThat(trial.trace("cell", "v", 0)).containsOnly((float) -0.065);
    }
  }
}
