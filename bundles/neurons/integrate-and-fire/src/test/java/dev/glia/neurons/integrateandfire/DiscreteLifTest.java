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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscreteLifTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("discrete-lif");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void followsItsRecursionStepByStep() {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    long[] inputs = {1, 2, 3, 5, 6, 7, 8, 9, 14, 20, 21};
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, model().equations())
            .project("in", "cell", p -> p.through(delta, "x").weight("2.3"))
            .probeSpikes("cell")
            .probe("cell", "u");
    try (Trial trial = Trial.of(driver(), network.build()).force("in", 0, inputs).run(25)) {
      double[] u = trial.trace("cell", "u", 0);
      List<Long> spikes = new ArrayList<>();
      double expected = 0;
      boolean spiked = false;
      for (int step = 1; step < 25; step++) { // a spike of time t is the input of the tick after t
        double input = 0;
        for (long tick : inputs) {
          input += tick == step ? 2.3 : 0;
        }
        expected = 0.9 * expected * (spiked ? 0 : 1) + input;
        spiked = expected > 5;
        if (spiked) {
          spikes.add(step + 1L);
        }
        assertThat(u[step]).as("u after step %d", step).isCloseTo(expected, within(1e-6));
      }
      assertThat(trial.spikes("cell").ticks())
          .containsExactly(spikes.stream().mapToLong(l -> l).toArray());
      assertThat(spikes).hasSizeGreaterThan(2);
    }
  }
}
