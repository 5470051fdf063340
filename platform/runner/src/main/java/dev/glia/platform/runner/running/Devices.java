package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.device.Device;
import dev.glia.api.device.HardwareDriver;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.Problem;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.devices.DeviceLease;
import dev.glia.platform.runner.devices.DeviceLeases;
import dev.glia.v1.DeviceHealth.Condition;
import java.util.List;
import java.util.Optional;

/** Chooses a device of a driver and takes it. */
final class Devices {
  private final DeviceLeases leases;

  Devices(DeviceLeases leases) {
    this.leases = leases;
  }

  /**
   * Takes the device that was asked for, or the first that is ready and free; if all are in use,
   * one that will be.
   *
   * @param purpose what for, for others to read
   * @throws Fault MISSING if there's none, EXTERNAL if it's in use and patience ends
   */
  LeasedDevice take(Resolution resolution, String purpose, DeviceLeases.Patience patience) {
    return take(choose(resolution), resolution, purpose, patience);
  }

  /** Takes a device that was chosen. */
  LeasedDevice take(
      Device device, Resolution resolution, String purpose, DeviceLeases.Patience patience) {
    String driver = resolution.driver().descriptor().id();
    DeviceLease lease = leases.take(driver, device, purpose, patience);
    return new LeasedDevice(device, lease);
  }

  /** The device that was asked for, or the first that is ready and free, or will be. */
  Device choose(Resolution resolution) {
    HardwareDriver driver = resolution.driver();
    List<Device> devices = driver.devices();
    if (!resolution.device().isEmpty()) {
      return devices.stream()
          .filter(device -> device.id().equals(resolution.device()))
          .findFirst()
          .orElseThrow(() -> missing(resolution, absent(resolution.device(), devices)));
    }
    String id = driver.descriptor().id();
    Optional<Device> free =
        devices.stream()
            .filter(device -> is(device, Condition.CONDITION_READY))
            .filter(device -> leases.claims(id, device).isEmpty())
            .findFirst();
    return free.or(() -> devices.stream().filter(Devices::willBeReady).findFirst())
        .orElseThrow(() -> missing(resolution, unready(devices)));
  }

  private static boolean willBeReady(Device device) {
    return is(device, Condition.CONDITION_READY)
        || !device.isShared() && is(device, Condition.CONDITION_BUSY);
  }

  private static boolean is(Device device, Condition condition) {
    return device.health().getCondition() == condition;
  }

  private static String absent(String device, List<Device> devices) {
    List<String> ids = devices.stream().map(Device::id).toList();
    return "has no device '" + device + "' now. There are: " + ids + ".";
  }

  private static String unready(List<Device> devices) {
    return devices.isEmpty()
        ? "finds no device. Try connecting one."
        : "has no device that is ready: " + conditions(devices) + ".";
  }

  private static String conditions(List<Device> devices) {
    StringBuilder text = new StringBuilder();
    for (Device device : devices) {
      text.append(text.isEmpty() ? "" : ", ").append(device.id());
      String reason = device.health().getReason();
      text.append(reason.isEmpty() ? " is busy" : ": " + reason);
    }
    return text.toString();
  }

  private static Fault missing(Resolution resolution, String what) {
    return new InvalidExperiment(
        Fault.Kind.MISSING,
        List.of(
            new Problem(
                resolution.targetPlace(),
                "target",
                resolution.driver().descriptor().reference() + " " + what)));
  }
}
