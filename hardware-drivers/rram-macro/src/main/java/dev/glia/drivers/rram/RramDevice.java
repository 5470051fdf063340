package dev.glia.drivers.rram;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Fit;
import dev.glia.api.network.Network;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import dev.glia.drivers.rram.host.CrossbarClient;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.DeviceHealth.Condition;
import dev.glia.v1.Telemetry;
import java.util.Map;

/** A macro that networks are deployed on; how one gets hold of it is for subclasses. */
abstract class RramDevice implements Device {
  private final String id;
  private final Readings readings = new Readings();

  RramDevice(String id) {
    this.id = id;
  }

  /** A connection, and what is to be done when it isn't needed any more. */
  record Connection(CrossbarClient client, Runnable end) {}

  /** Gets hold of the macro, formed or as it is, and calibrated. */
  abstract Connection connect() throws DeviceException;

  /** Whether the controller is there, or can be started. */
  abstract boolean isThere();

  @Override
  public String id() {
    return id;
  }

  @Override
  public DeviceHealth health() {
    DeviceHealth.Builder health = DeviceHealth.newBuilder().setDevice(id);
    if (!isThere()) {
      return health
          .setCondition(Condition.CONDITION_LOST)
          .setReason("its controller has ended")
          .build();
    }
    if (!isShared() && readings.open() > 0) {
      return health
          .setCondition(Condition.CONDITION_BUSY)
          .setReason("a network is deployed on it")
          .build();
    }
    return health.setCondition(Condition.CONDITION_READY).build();
  }

  @Override
  public Telemetry telemetry() {
    return readings.telemetry(id);
  }

  @Override
  public Deployment deploy(Network network, DeployOptions options) throws DeviceException {
    Map<String, WeightForm> forms;
    Fit fit;
    try {
      forms = WeightForm.of(network, options.pinned());
      fit = NetworkMapper.map(network, options).fit();
    } catch (IllegalArgumentException e) {
      throw new DeviceException(e.getMessage(), e);
    }
    if (!fit.fits()) {
      Fit.Finding first = fit.problems().get(0);
      throw new DeviceException(first.where() + ": " + first.what());
    }
    if (!isShared() && readings.open() > 0) {
      throw new DeviceException("a network is deployed on " + id + "; close it first");
    }
    Connection connection = connect();
    CrossbarClient client = connection.client();
    readings.opened(client);
    return InterpretedNetwork.deploy(
        network,
        new MacroHost(
            client,
            network,
            forms,
            () -> {
              readings.closing(client);
              connection.end().run();
            }));
  }
}
