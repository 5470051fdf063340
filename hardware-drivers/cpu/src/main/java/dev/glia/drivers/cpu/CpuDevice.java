package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Fit;
import dev.glia.api.network.Network;
import dev.glia.drivers.cpu.simd.VectorSupport;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.Telemetry;

/** The processor that we run on. */
final class CpuDevice implements Device {
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
    boolean ready = VectorSupport.isAvailable();
    return DeviceHealth.newBuilder()
        .setDevice(ID)
        .setCondition(
            ready
                ? DeviceHealth.Condition.CONDITION_READY
                : DeviceHealth.Condition.CONDITION_DEGRADED)
        .setReason(VectorSupport.problem())
        .build();
  }

  @Override
  public Telemetry telemetry() {
    return Telemetry.newBuilder()
        .setDevice(ID)
        .setAt(System.currentTimeMillis())
        .addReadings(reading("cores", Runtime.getRuntime().availableProcessors(), "1"))
        .addReadings(reading("lanes", VectorSupport.lanes(), "1"))
        .build();
  }

  private static Telemetry.Reading reading(String name, double value, String unit) {
    return Telemetry.Reading.newBuilder().setName(name).setValue(value).setUnit(unit).build();
  }

  @Override
  public Deployment deploy(Network network, DeployOptions options) throws DeviceException {
    Fit fit = NetworkCheck.of(network);
    if (!fit.fits()) {
      Fit.Finding first = fit.problems().get(0);
      throw new DeviceException(first.where() + ": " + first.what());
    }
    try {
      StoragePlan storage = StoragePlan.of(network, options.pinned());
      int threads = ThreadChoice.of(new Work(network, storage), options);
      Simulation simulation = new Simulation(network, threads, storage);
      return new CpuDeployment(network, simulation);
    } catch (OutOfMemoryError e) {
      throw new DeviceException(
          "the network doesn't fit into the memory that Java may use; give it more with -Xmx", e);
    } catch (IllegalArgumentException e) {
      throw new DeviceException(e.getMessage(), e);
    }
  }
}
