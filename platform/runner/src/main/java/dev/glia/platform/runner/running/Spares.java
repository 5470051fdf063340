package dev.glia.platform.runner.running;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.platform.runner.building.Resolution;
import java.util.ArrayList;
import java.util.List;

/** More deployments of a run's network on its device. One thread. */
final class Spares {
  /** Room that one takes, over what it says: for the while in which it's being built. */
  private static final long WHILE_BUILDING = 2;

  private final Resolution resolution;
  private final Device device;

  Spares(Resolution resolution, Device device) {
    this.resolution = resolution;
    this.device = device;
  }

  /** Up to so many deployments of one thread each: as many as device and memory have room for. */
  List<Deployment> take(Deployment like, int most) {
    List<Deployment> spares = new ArrayList<>();
    if (!device.isShared()) {
      return spares;
    }
    long bytes = like.report().entries().stream().mapToLong(DeploymentReport.Entry::bytes).sum();
    try {
      while (spares.size() < most && room() / 2 > WHILE_BUILDING * bytes) {
        spares.add(device.deploy(like.network(), new DeployOptions(1, resolution.pinned())));
      }
    } catch (DeviceException e) {
      // It's full. What is shown doesn't depend on how many there are.
    } catch (RuntimeException | Error e) {
      spares.forEach(Deployment::close);
      throw e;
    }
    return spares;
  }

  /** Memory that may still be used. */
  private static long room() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }
}
