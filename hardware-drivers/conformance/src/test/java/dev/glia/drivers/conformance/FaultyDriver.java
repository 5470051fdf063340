package dev.glia.drivers.conformance;

import dev.glia.api.component.Descriptor;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Fit;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.Telemetry;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The reference driver with a mistake: it runs another network than it's given, or its deployments
 * do something else than they're told.
 */
record FaultyDriver(UnaryOperator<Network> networkFault, UnaryOperator<Deployment> deploymentFault)
    implements HardwareDriver {
  private static final ReferenceDriver GOOD = new ReferenceDriver();

  @Override
  public Descriptor descriptor() {
    return GOOD.descriptor();
  }

  @Override
  public NumberFormat numberFormat() {
    return GOOD.numberFormat();
  }

  @Override
  public List<Device> devices() {
    return GOOD.devices().stream().<Device>map(FaultyDevice::new).toList();
  }

  @Override
  public Fit fit(Network network) {
    return GOOD.fit(network);
  }

  private final class FaultyDevice implements Device {
    private final Device good;

    FaultyDevice(Device good) {
      this.good = good;
    }

    @Override
    public String id() {
      return good.id();
    }

    @Override
    public boolean isShared() {
      return good.isShared();
    }

    @Override
    public DeviceHealth health() {
      return good.health();
    }

    @Override
    public Telemetry telemetry() {
      return good.telemetry();
    }

    @Override
    public Deployment deploy(Network network, DeployOptions options) throws DeviceException {
      return deploymentFault.apply(good.deploy(networkFault.apply(network), options));
    }
  }
}
