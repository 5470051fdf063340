package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.network.Network;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.wire.CoreClient;
import dev.glia.drivers.neurocorex.wire.Line;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.DeviceHealth.Condition;
import dev.glia.v1.Telemetry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A core at the end of a line, which is opened for each network. Safe for any thread. */
final class NeuroCoreDevice implements Device {
  private final String id;
  private final Plug plug;
  private final int patienceMillis;
  private final Readings readings = new Readings();
  private final AtomicBoolean taken = new AtomicBoolean();

  /** How one gets at a device. */
  interface Plug {
    Line open() throws IOException;

    /** Why it can't be opened now, in a phrase; empty if it may be. Touches nothing. */
    Optional<String> absence();

    /** Whether other processes have another one by the same id. */
    boolean isInProcess();
  }

  NeuroCoreDevice(String id, Plug plug, int patienceMillis) {
    this.id = id;
    this.plug = plug;
    this.patienceMillis = patienceMillis;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean isInProcess() {
    return plug.isInProcess();
  }

  @Override
  public DeviceHealth health() {
    DeviceHealth.Builder health = DeviceHealth.newBuilder().setDevice(id);
    Optional<String> absence = plug.absence();
    if (absence.isPresent()) {
      return health.setCondition(Condition.CONDITION_LOST).setReason(absence.get()).build();
    }
    if (taken.get()) {
      return readings.isLost()
          ? health.setCondition(Condition.CONDITION_LOST).setReason("the link broke").build()
          : health
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
    Plan plan = plan(network, options);
    if (!taken.compareAndSet(false, true)) {
      throw new DeviceException("a network is deployed on " + id + "; close it first");
    }
    Line line = null;
    try {
      line = plug.open();
      Line opened = line;
      readings.opened();
      CoreClient client = CoreClient.open(line, readings.traffic, patienceMillis);
      return new NeuroCoreDeployment(
          id,
          plan,
          client,
          readings,
          () -> {
            opened.close();
            taken.set(false);
          });
    } catch (IOException e) {
      giveBack(line);
      throw new DeviceException(id + " takes no network: " + e.getMessage(), e);
    } catch (DeviceException | RuntimeException e) {
      giveBack(line);
      throw e;
    }
  }

  private static Plan plan(Network network, DeployOptions options) throws DeviceException {
    try {
      return NetworkMapper.plan(network, options, Map.of());
    } catch (IllegalArgumentException e) {
      throw new DeviceException(e.getMessage(), e);
    }
  }

  private void giveBack(Line line) {
    if (line != null) {
      line.close();
    }
    taken.set(false);
  }
}
