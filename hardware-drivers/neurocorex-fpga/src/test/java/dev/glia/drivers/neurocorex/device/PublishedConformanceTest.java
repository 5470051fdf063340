package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Network;
import dev.glia.drivers.conformance.DeviceContract;
import dev.glia.drivers.conformance.Plug;
import dev.glia.drivers.conformance.Specimen;
import dev.glia.drivers.conformance.Unsupported;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** The contract of devices, held by a published core but for what needs its membranes to be set. */
@Timeout(120)
class PublishedConformanceTest extends DeviceContract {
  private static TestPlug plug;
  private static PublishedCoreDriver driver;

  @BeforeAll
  static void powerUp() throws IOException {
    plug = new TestPlug(Bitstream.PUBLISHED);
    driver = new PublishedCoreDriver(new NeuroCoreDevice("bench", plug, 300, Dialect.PUBLISHED));
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
    Specimen specimen = Specimen.of("one event a tick", PublishedNetworks.wide(2, false), 60);
    for (int tick = 1; tick < 60; tick += 2) {
      specimen = specimen.force("in", (tick * 31) % 94, tick);
    }
    return List.of(specimen);
  }

  /** Their membranes don't start at 0. */
  @Override
  protected Network refused() {
    return CoreNetworks.chain();
  }

  @Override
  protected Optional<Plug> plug() {
    return Optional.of(plug);
  }

  @Override
  protected List<Unsupported> unsupported() {
    return Stream.of(
            "States.aStateThatWasTakenGoesOnInAnotherDeployment",
            "States.anEarlierStateOfTheSameDeploymentCanBeTakenUpAgain",
            "States.theReferencesStateIsTakenOver",
            "States.damagedStatesAreRefusedOrTaken",
            "Unplugging.aStateGoesOnWhenThePlugIsBack")
        .map(test -> new Unsupported(test, "the membranes of a published core can't be set"))
        .toList();
  }
}
