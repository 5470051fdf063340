package dev.glia.drivers.conformance;

import dev.glia.api.device.HardwareDriver;
import dev.glia.drivers.reference.ReferenceDriver;

/** The oracle is held to the closed forms, too. */
class ReferenceConformanceTest extends DriverContract {
  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }
}
