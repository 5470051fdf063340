package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.platform.runner.Problem;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.devices.DeviceLease;

/** A device that is ours until it's closed; its deployments must be closed before. */
record LeasedDevice(Device device, DeviceLease lease) implements AutoCloseable {
  /**
   * Loads the network.
   *
   * @param threads for the driver; 0 lets it choose
   * @throws Fault EXTERNAL if the device refuses
   */
  Deployment deploy(Resolution resolution, int threads) {
    try {
      Deployment deployment =
          device.deploy(resolution.network(), new DeployOptions(threads, resolution.pinned()));
      return device.isShared() ? deployment : new LeasedDeployment(deployment, lease, device.id());
    } catch (DeviceException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL,
          new Problem(resolution.targetPlace(), "target", e.getMessage()).toString(),
          e);
    }
  }

  @Override
  public void close() {
    lease.close();
  }
}
