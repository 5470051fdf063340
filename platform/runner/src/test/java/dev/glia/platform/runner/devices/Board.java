package dev.glia.platform.runner.devices;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.network.Network;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.Telemetry;

/** A device that can be had by one at a time, and that nobody loads anything on. */
record Board(String id, DeviceHealth.Condition condition) implements Device {
  static Board ready(String id) {
    return new Board(id, DeviceHealth.Condition.CONDITION_READY);
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public DeviceHealth health() {
    return DeviceHealth.newBuilder().setDevice(id).setCondition(condition).build();
  }

  @Override
  public Telemetry telemetry() {
    return Telemetry.newBuilder().setDevice(id).build();
  }

  @Override
  public Deployment deploy(Network network, DeployOptions options) throws DeviceException {
    throw new DeviceException("not this one");
  }
}
