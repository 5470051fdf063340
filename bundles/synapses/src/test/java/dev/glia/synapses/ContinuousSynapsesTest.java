package dev.glia.synapses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Descriptor;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuousSynapsesTest {
  @Test
  void gapJunctionPullsTwoPotentialsTogether() {
    TestNetwork network =
        TestNetwork.with("0.05 ms")
            .population(
                "a",
                1,
                ModelResources.neuron("leaky-integrator").equations(),
                c -> c.current("i", "i_syn", "0.2 nA"))
            .population("b", 1, ModelResources.neuron("leaky-integrator").equations())
            .project(
                "a",
                "b",
                p ->
                    p.through(ModelResources.synapse("gap-junction").equations(), "i_syn")
                        .weight("10 nS"))
            .project(
                "b",
                "a",
                p ->
                    p.through(ModelResources.synapse("gap-junction").equations(), "i_syn")
                        .weight("10 nS"))
            .probe("a", "v")
            .probe("b", "v");
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build()).run(8000)) {
      // With a coupling as strong as the leak: a = 20*2/3 mV, b = 20/3 mV.
      assertThat(trial.trace("a", "v", 0)[7999]).isCloseTo(20e-3 * 2 / 3, within(1e-6));
      assertThat(trial.trace("b", "v", 0)[7999]).isCloseTo(20e-3 / 3, within(1e-6));
    }
  }

  @Test
  void ratesDriveRates() {
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population(
                "in",
                3,
                ModelResources.neuron("rate-relu").equations(),
                u -> u.current("i", "i_syn", "0.2"))
            .population("out", 1, ModelResources.neuron("rate").equations())
            .project(
                "in",
                "out",
                p ->
                    p.through(ModelResources.synapse("rate-coupling").equations(), "i_syn")
                        .weight("1.5"))
            .probe("out", "r");
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build()).run(500)) {
      assertThat(trial.trace("out", "r", 0)[499]).isCloseTo(Math.tanh(3 * 1.5 * 0.2), within(1e-6));
    }
  }

  @Test
  void allDescribeThemselves() {
    List<String> ids =
        List.of(
            "delta",
            "exponential",
            "alpha",
            "conductance-exponential",
            "conductance-alpha",
            "relative-conductance",
            "gap-junction",
            "rate-coupling");
    for (String id : ids) {
      Descriptor descriptor = ModelResources.synapse(id).descriptor();
      assertThat(descriptor.id()).isEqualTo(id);
      assertThat(descriptor.summary()).isNotBlank().doesNotEndWith(".");
      assertThat(descriptor.citation()).isNotBlank();
      assertThat(descriptor.parameters()).allSatisfy(p -> assertThat(p.description()).isNotBlank());
    }
  }

  @Test
  void knowsWhatActsHow() {
    assertThat(ModelResources.synapse("delta").equations().actsOnState()).isTrue();
    assertThat(ModelResources.synapse("exponential").equations().actsOnState()).isFalse();
    assertThat(ModelResources.synapse("gap-junction").equations().isContinuous()).isTrue();
    assertThat(ModelResources.synapse("alpha").equations().isContinuous()).isFalse();
  }
}
