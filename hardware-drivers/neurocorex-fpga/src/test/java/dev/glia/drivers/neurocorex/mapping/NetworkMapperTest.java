package dev.glia.drivers.neurocorex.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.Mapping.Entry;
import dev.glia.api.device.Mapping.Verdict;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestProjection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NetworkMapperTest {
  private static final SynapseEquations DELTA =
      SynapseEquations.of("").onSpike("target += w").build();

  /** The same neuron as quantised-lif18, in other words and with other names. */
  private static final NeuronEquations OTHER_WORDS =
      NeuronEquations.of(
              """
              old : 1
              dq/dt = 0 Hz : 1
              m : 1
              """)
          .everyTick(
              """
              old = m
              m = max(-128, min(127.9990234375, -drain + (q + old)))
              q = 0
              """)
          .spike("not (old < level)")
          .reset("m = 0")
          .refractory("2 ms")
          .parameter("drain", "0.5", "", "leak")
          .parameter("level", "30", "", "threshold")
          .build();

  private static NeuronEquations integrator(String equation) {
    return NeuronEquations.of(equation)
        .spike("v > level")
        .reset("v = 0 mV")
        .parameter("level", "15 mV", "", "threshold")
        .parameter("tau", "20 ms", "", "time constant")
        .build();
  }

  private static Network network(
      NeuronEquations neuron, String input, int size, Consumer<TestProjection> details) {
    return TestNetwork.with("1 ms")
        .population("in", 4, TestNetwork.relay())
        .population("cells", size, neuron)
        .project("in", "cells", p -> details.accept(p.through(DELTA, input)))
        .probeSpikes("cells")
        .build();
  }

  private static List<Entry> entries(Network network, Verdict verdict) {
    return NetworkMapper.map(network, DeployOptions.DEFAULT, Dialect.CHECKED).entries().stream()
        .filter(e -> e.verdict() == verdict)
        .toList();
  }

  private static Entry onlyRefusal(Network network) {
    List<Entry> refused = entries(network, Verdict.REFUSED);
    assertThat(refused).hasSize(1);
    return refused.get(0);
  }

  @Test
  void namesAndWordsDontMatter() {
    Network network = network(OTHER_WORDS, "q", 10, p -> p.weight("-7"));
    Mapping mapping = NetworkMapper.map(network, DeployOptions.DEFAULT, Dialect.CHECKED);
    assertThat(mapping.entries()).allMatch(e -> e.verdict() == Verdict.EXACT);
    Plan plan = NetworkMapper.plan(network, DeployOptions.DEFAULT, Map.of(), Dialect.CHECKED);
    assertThat(plan.scale()).isEqualTo(1);
    assertThat(plan.neurons()[9].threshold()).isEqualTo(30 * 1024);
    assertThat(plan.neurons()[9].leak()).isEqualTo(512);
    assertThat(plan.neurons()[9].refractory()).isEqualTo(2);
  }

  @Test
  void floatNeuronsAreScaledTogetherWithTheirWeights() {
    Network network =
        network(integrator("dv/dt = -0.1 mV/ms : mV"), "v", 5, p -> p.weight("0.4 mV"));
    assertThat(entries(network, Verdict.REFUSED)).isEmpty();
    Plan plan = NetworkMapper.plan(network, DeployOptions.DEFAULT, Map.of(), Dialect.CHECKED);
    // 15.1 mV, before the leak, become 127.999, the weights what's left of eight bits.
    assertThat(plan.scale()).isBetween(8470.0, 8480.0);
    assertThat(plan.weight(0.4e-3)).isEqualTo((byte) 3);
    assertThat(entries(network, Verdict.QUANTIZED))
        .anySatisfy(
            e -> {
              assertThat(e.term().aspect()).isEqualTo(Aspect.WEIGHT);
              assertThat(e.deviation().orElseThrow().worst()).isBetween(1e-6, 0.06e-3);
            });
    assertThat(entries(network, Verdict.APPROXIMATED))
        .anySatisfy(e -> assertThat(e.outcome()).contains("one tick later"));
  }

  @Test
  void aLeakInProportionIsRefused() {
    Entry entry =
        onlyRefusal(network(integrator("dv/dt = -v/tau : mV"), "v", 5, p -> p.weight("1 mV")));
    assertThat(entry.term().aspect()).isEqualTo(Aspect.EQUATION);
    assertThat(entry.outcome()).contains("a leak in proportion").contains("0.951");
  }

  @Test
  void currentsThatLastAreRefused() {
    NeuronEquations neuron =
        NeuronEquations.of("v : 1\ndi/dt = -i/(5 ms) : 1")
            .everyTick("v = v + i")
            .spike("v > 10")
            .reset("v = 0")
            .build();
    Entry entry = onlyRefusal(network(neuron, "i", 5, p -> p.weight("1")));
    assertThat(entry.outcome()).contains("last from tick to tick");
  }

  @Test
  void aResetElsewhereIsRefused() {
    NeuronEquations neuron =
        NeuronEquations.of("dv/dt = 0 Hz : 1").spike("v > 10").reset("v = 3").build();
    Entry entry = onlyRefusal(network(neuron, "v", 5, p -> p.weight("1")));
    assertThat(entry.term().aspect()).isEqualTo(Aspect.RESET);
  }

  @Test
  void moreNeuronsThanThereAreAreRefused() {
    Entry entry = onlyRefusal(network(OTHER_WORDS, "q", 91, p -> p.weight("1")));
    assertThat(entry.term().aspect()).isEqualTo(Aspect.SIZE);
    assertThat(entry.outcome()).contains("91").contains("90");
  }

  @Test
  void moreInputLinesThanThereAreAreRefused() {
    Network network =
        TestNetwork.with("1 ms")
            .population("in", 95, TestNetwork.relay())
            .population("cells", 2, OTHER_WORDS)
            .project("in", "cells", p -> p.through(DELTA, "q").weight("1"))
            .build();
    assertThat(onlyRefusal(network).outcome()).contains("95").contains("94");
  }

  @Test
  void delaysBetweenNeuronsAreRefusedButThoseOfInputsAreTheHosts() {
    Network late = network(OTHER_WORDS, "q", 5, p -> p.weight("1").delay("7 ms"));
    assertThat(entries(late, Verdict.REFUSED)).isEmpty();
    Network network =
        TestNetwork.with("1 ms")
            .population("a", 3, OTHER_WORDS)
            .population("b", 3, OTHER_WORDS)
            .project("a", "b", p -> p.through(DELTA, "q").weight("1").delay("1 ms"))
            .project("b", "a", p -> p.through(DELTA, "q").weight("1"))
            .build();
    assertThat(onlyRefusal(network).term().aspect()).isEqualTo(Aspect.DELAY);
  }

  @Test
  void otherPlasticityIsRefused() {
    Network network =
        network(
            OTHER_WORDS,
            "q",
            5,
            p -> p.weight("1").learn("rule", ModelResources.learning("pair-stdp").equations()));
    assertThat(onlyRefusal(network).term().aspect()).isEqualTo(Aspect.LEARNING);
  }

  @Test
  void aPinnedScaleIsKeptAndOtherPinsAreRefused() {
    Network network = network(OTHER_WORDS, "q", 5, p -> p.weight("10"));
    Plan plan =
        NetworkMapper.plan(
            network, new DeployOptions(0, Map.of("scale", "2")), Map.of(), Dialect.CHECKED);
    assertThat(plan.weight(10)).isEqualTo((byte) 20);
    assertThat(plan.neurons()[0].threshold()).isEqualTo(60 * 1024);
    for (Map<String, String> pins : List.of(Map.of("scale", "-1"), Map.of("size", "1"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> NetworkMapper.map(network, new DeployOptions(0, pins), Dialect.CHECKED));
    }
  }
}
