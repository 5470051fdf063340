package dev.glia.drivers.cpu;

import dev.glia.api.device.HardwareDriver;
import dev.glia.drivers.conformance.DriverContract;
import dev.glia.drivers.conformance.Unsupported;
import java.util.List;

/** The engine keeps what every driver promises. */
class CpuConformanceTest extends DriverContract {
  @Override
  protected HardwareDriver driver() {
    return new CpuDriver();
  }

  @Override
  protected List<Unsupported> unsupported() {
    return List.of(
        new Unsupported(
            "Plasticity.rulesDrawTheirNumbersBySynapse",
            "learning rules that draw random numbers aren't compiled yet; deploying one is"
                + " refused"));
  }
}
