package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.drivers.conformance.DeviceContract;
import dev.glia.drivers.conformance.Plug;
import dev.glia.drivers.conformance.Specimen;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** The contract of devices, held by the core behind its terminal. */
@Timeout(120)
class CoreConformanceTest extends DeviceContract {
  private static TestPlug plug;
  private static NeuroCoreDriver driver;

  @BeforeAll
  static void powerUp() throws IOException {
    plug = new TestPlug();
    driver = new NeuroCoreDriver(new NeuroCoreDevice("bench", plug, 500));
  }

  @AfterAll
  static void powerDown() {
    plug.close();
  }

  @Override
  protected HardwareDriver driver() {
    return driver;
  }

  @Override
  protected List<Specimen> specimens() {
    return List.of(
        Specimen.of("a chain", CoreNetworks.chain(), 60)
            .force("in", 0, 1, 20)
            .force("in", 1, 2)
            .force("cells", 2, 30, 31, 33),
        whole());
  }

  private static Specimen whole() {
    Specimen specimen = Specimen.of("the whole core", CoreNetworks.full(5), 120);
    for (int i = 0; i < 94; i++) {
      specimen = specimen.force("in", i, 1 + i % 7, 20 + i, 30 + (i * 31) % 70);
    }
    return specimen.force("a", 3, 50).force("b", 0, 51);
  }

  @Override
  protected Network refused() {
    NeuronEquations leaky =
        NeuronEquations.of("dv/dt = -v/tau : 1")
            .spike("v > 1")
            .reset("v = 0")
            .parameter("tau", "20 ms", "(0, inf)", "membrane time constant")
            .build();
    return TestNetwork.with("1 ms")
        .population("in", 3, TestNetwork.relay())
        .population("cells", 3, leaky)
        .project("in", "cells", p -> p.through(CoreNetworks.DELTA, "v").weight("1"))
        .probeSpikes("cells")
        .build();
  }

  @Override
  protected Optional<Plug> plug() {
    return Optional.of(plug);
  }
}
