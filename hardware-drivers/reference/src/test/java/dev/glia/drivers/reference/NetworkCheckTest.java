package dev.glia.drivers.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Fit;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Wiring;
import dev.glia.api.units.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {
  private static final NeuronEquations CELL =
      NeuronEquations.of("dv/dt = -v/tau : mV")
          .parameter("tau", "20 ms", "(0, inf)", "time constant")
          .build();

  private static final SynapseEquations DELTA =
      SynapseEquations.of("").onSpike("target += w").build();

  private static Network network(Wiring wiring, Law delay) {
    return TestNetwork.with("1 ms")
        .population("in", 2, TestNetwork.relay())
        .population("cells", 3, CELL)
        .project(
            "in", "cells", p -> p.through(DELTA, "v").weight("1 mV").wiring(wiring).delay(delay))
        .build();
  }

  private static Network probing(Probe probe) {
    Network plain = network(Wiring.allToAll(2, 3), new Law.Constant(0));
    return new Network(
        plain.dt(), plain.seed(), plain.populations(), plain.projections(), List.of(probe));
  }

  private static List<String> problems(Network network) {
    return new ReferenceDriver().fit(network).problems().stream().map(Fit.Finding::what).toList();
  }

  @Test
  void wholeNetworksFit() {
    assertThat(problems(network(Wiring.allToAll(2, 3), new Law.Constant(0)))).isEmpty();
  }

  @Test
  void connectivityOfOtherSizesDoesNotFit() {
    assertThat(problems(network(Wiring.allToAll(3, 3), new Law.Constant(0))))
        .singleElement()
        .asString()
        .contains("other sizes");
  }

  @Test
  void probesOfWhatIsNotThereDoNotFit() {
    assertThat(problems(probing(new Probe.Spikes("nobody", 1)))).hasSize(1);
    assertThat(problems(probing(new Probe.Spikes("cells", 4)))).hasSize(1);
    assertThat(problems(probing(new Probe.Trace("cells", "u", Unit.ONE, 1, 1)))).hasSize(1);
    assertThat(problems(probing(new Probe.Trace("cells", "v", Unit.ONE, 1, 0)))).hasSize(1);
  }

  @Test
  void missingPopulationsReceptorsAndModulatorsDoNotFit() {
    Network whole = network(Wiring.allToAll(2, 3), new Law.Constant(0));
    Network headless =
        new Network(1e-3, 1, whole.populations().subList(0, 1), whole.projections(), List.of());
    assertThat(problems(headless)).singleElement().asString().contains("no population 'cells'");
    Network unreceptive =
        TestNetwork.with("1 ms").population("in", 2, CELL).population("cells", 3, CELL).build();
    Network mixed = new Network(1e-3, 1, unreceptive.populations(), whole.projections(), List.of());
    assertThat(problems(mixed)).singleElement().asString().contains("no receptor 'from_in'");
  }

  @Test
  void negativeDelaysAreRefusedAtDeployment() {
    Network network = network(Wiring.allToAll(2, 3), new Law.Constant(-1e-3));
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(
            () -> new ReferenceDriver().devices().get(0).deploy(network, DeployOptions.DEFAULT))
        .withMessageContaining("projection in->cells")
        .withMessageContaining("-0.001");
  }
}
