package dev.glia.drivers.cpu;

import dev.glia.api.device.HardwareDriver;
import dev.glia.drivers.conformance.DriverContract;

/** The engine keeps what every driver promises. */
class CpuConformanceTest extends DriverContract {
  @Override
  protected HardwareDriver driver() {
    return new CpuDriver();
  }
}
