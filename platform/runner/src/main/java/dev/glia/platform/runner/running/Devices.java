package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.Problem;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.v1.DeviceHealth;
import java.util.List;
import java.util.Optional;

/** Chooses a device of a driver. */
final class Devices {
  private Devices() {}

  /** The device that was asked for, or the first that is ready. */
  static Device choose(Resolution resolution) {
    HardwareDriver driver = resolution.driver();
    List<Device> devices = driver.devices();
    List<String> ids = devices.stream().map(Device::id).toList();
    if (!resolution.device().isEmpty()) {
      return devices.stream()
          .filter(device -> device.id().equals(resolution.device()))
          .findFirst()
          .orElseThrow(
              () ->
                  missing(
                      resolution,
                      "has no device '" + resolution.device() + "' now. There are: " + ids + "."));
    }
    Optional<Device> ready =
        devices.stream()
            .filter(
                device -> device.health().getCondition() == DeviceHealth.Condition.CONDITION_READY)
            .findFirst();
    return ready.orElseThrow(
        () ->
            missing(
                resolution,
                devices.isEmpty()
                    ? "finds no device. Try connecting one."
                    : "has no device that is ready: " + conditions(devices) + "."));
  }

  /** Loads the network on a device. */
  static Deployment deploy(Resolution resolution, int threads) {
    return deploy(choose(resolution), resolution, threads);
  }

  /** Loads the network on a device that was chosen. */
  static Deployment deploy(Device device, Resolution resolution, int threads) {
    try {
      return device.deploy(resolution.network(), new DeployOptions(threads, resolution.pinned()));
    } catch (DeviceException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL,
          new Problem(resolution.targetPlace(), "target", e.getMessage()).toString(),
          e);
    }
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
