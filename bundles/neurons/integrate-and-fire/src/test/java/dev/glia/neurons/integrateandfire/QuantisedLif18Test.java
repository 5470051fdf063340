package dev.glia.neurons.integrateandfire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QuantisedLif18Test extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("quantised-lif18");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  private Trial cell(Consumer<TestPopulation> details, String weight) {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, model().equations(), details)
            .project("in", "cell", p -> p.through(delta, "x").weight(weight))
            .probeSpikes("cell")
            .probe("cell", "v");
    return Trial.of(driver(), network.build());
  }

  @Test
  void comparesBeforeItAdds() {
    try (Trial trial = cell(p -> p.set("threshold", "10"), "10").force("in", 0, 5).run(10)) {
      assertThat(trial.spikes("cell").ticks()).containsExactly(7); // arrives at 5, seen in tick 6
    }
  }

  @Test
  void losesWhatComesWithASpike() {
    try (Trial trial = cell(p -> p.set("threshold", "10"), "10").force("in", 0, 5, 6, 8).run(12)) {
      assertThat(trial.spikes("cell").ticks()).containsExactly(7, 10);
    }
  }

  @Test
  void integratesWhileItIsRefractory() {
    Consumer<TestPopulation> details =
        p -> p.set("threshold", "10").set("bias", "10").set("t_ref", "3 ms");
    try (Trial trial = cell(details, "1").run(10)) {
      assertThat(trial.spikes("cell").ticks()).containsExactly(1, 5, 9);
      assertThat(trial.trace("cell", "v", 0)[3]).isEqualTo(30);
    }
  }

  @Test
  void roundsAndSaturatesAsEighteenBitsDo() {
    Consumer<TestPopulation> details = p -> p.set("threshold", "127.9").set("leak", "0.1");
    try (Trial trial = cell(details, "-127").force("in", 0, 2, 3).run(5)) {
      double[] v = trial.trace("cell", "v", 0);
      assertThat(v[0]).isEqualTo(-102.0 / 1024);
      assertThat(v[4]).isEqualTo(-128);
    }
  }
}
