package dev.glia.drivers.reference;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.network.Network;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.Telemetry;

/** The machine that we run on, as a place for interpreted networks. */
final class ReferenceDevice implements Device {
  private static final String ID = "0";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public DeviceHealth health() {
    return DeviceHealth.newBuilder()
        .setDevice(ID)
        .setCondition(DeviceHealth.Condition.CONDITION_READY)
        .build();
  }

  @Override
  public Telemetry telemetry() {
    return Telemetry.newBuilder().setDevice(ID).setAt(System.currentTimeMillis()).build();
  }

  @Override
  public Deployment deploy(Network network, DeployOptions options) throws DeviceException {
    return InterpretedNetwork.deploy(network);
  }
}
