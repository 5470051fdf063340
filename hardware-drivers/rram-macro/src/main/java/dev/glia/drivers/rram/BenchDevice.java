package dev.glia.drivers.rram;

import dev.glia.api.device.DeviceException;
import dev.glia.drivers.rram.controller.MacroDescription;
import dev.glia.drivers.rram.host.CrossbarClient;

/**
 * A macro whose controller somebody started, found by its description. A real one keeps its cells;
 * a simulated die is formed again for each deployment, so that the same run gives the same again.
 */
final class BenchDevice extends RramDevice {
  private final MacroDescription description;

  BenchDevice(MacroDescription description) {
    super(description.name());
    this.description = description;
  }

  MacroDescription description() {
    return description;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  boolean isThere() {
    return description.isAlive();
  }

  @Override
  Connection connect() throws DeviceException {
    CrossbarClient client = CrossbarClient.connect(id(), description.socket());
    try {
      if (client.info().simulated()) {
        client.formAgain();
      }
      client.calibrate();
      return new Connection(client, client::close);
    } catch (DeviceException e) {
      client.close();
      throw e;
    }
  }
}
