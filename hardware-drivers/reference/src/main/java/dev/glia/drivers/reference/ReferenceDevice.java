package dev.glia.drivers.reference;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Fit;
import dev.glia.api.network.Network;
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
    requireFits(network);
    try {
      return new ReferenceDeployment(network, new Simulation(network), HostedNetwork.NONE);
    } catch (IllegalArgumentException e) { // a negative delay, drawn or prescribed
      throw new DeviceException(e.getMessage(), e);
    }
  }

  /**
   * Makes sure that a network can be.
   *
   * @throws DeviceException naming the first thing that can't
   */
  static void requireFits(Network network) throws DeviceException {
    Fit fit = NetworkCheck.of(network);
    if (!fit.fits()) {
      Fit.Finding first = fit.problems().get(0);
      throw new DeviceException(first.where() + ": " + first.what());
    }
  }
}
