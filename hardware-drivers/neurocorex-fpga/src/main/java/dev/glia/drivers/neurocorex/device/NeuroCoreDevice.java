package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.network.Network;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.wire.CoreClient;
import dev.glia.drivers.neurocorex.wire.Line;
import dev.glia.drivers.neurocorex.wire.PlainClient;
import dev.glia.drivers.neurocorex.wire.WireException;
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
  private final Dialect dialect;
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

  /** One with a core that checks its frames. */
  NeuroCoreDevice(String id, Plug plug, int patienceMillis) {
    this(id, plug, patienceMillis, Dialect.CHECKED);
  }

  NeuroCoreDevice(String id, Plug plug, int patienceMillis, Dialect dialect) {
    this.dialect = dialect;
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
              .setReason("a network is deployed on it" + unverified())
              .build();
    }
    return readings
        .doubt()
        .map(
            why ->
                health
                    .setCondition(Condition.CONDITION_DEGRADED)
                    .setReason(
                        "what it told of the last network is in doubt: %s; deploy one again to clear"
                                .formatted(why)
                            + " this"))
        .orElseGet(() -> health.setCondition(Condition.CONDITION_READY))
        .build();
  }

  private String unverified() {
    return dialect == Dialect.PUBLISHED
        ? "; unverified: a published core's wire has no checksums, most of its memories no readback"
        : "";
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
      return new NeuroCoreDeployment(
          id,
          plan,
          core(line, plan),
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

  /** Greets the core in the dialect that this driver is for, and programs it. */
  private Core core(Line line, Plan plan) throws IOException {
    PlainClient plain = new PlainClient(line, readings.traffic, patienceMillis);
    if (dialect == Dialect.PUBLISHED) {
      switch (plain.identify()) {
        case PUBLISHED -> {
          return new PublishedCore(plain, plan);
        }
        case CHECKED ->
            throw new WireException(
                line.name() + " has a core that checks its frames: use the driver neurocorex-fpga");
        default ->
            throw new WireException(
                line.name() + " doesn't send its weights when asked: it has no core, or no power");
      }
    }
    try {
      return new CheckedCore(CoreClient.open(line, readings.traffic, patienceMillis), plan);
    } catch (WireException e) {
      if (plain.identify() == PlainClient.Kind.PUBLISHED) {
        throw new WireException(
            line.name()
                + " has a published core, without checksums: the driver neurocorex-published runs"
                + " networks on it, with fewer checks",
            e);
      }
      throw e;
    }
  }

  private Plan plan(Network network, DeployOptions options) throws DeviceException {
    try {
      return NetworkMapper.plan(network, options, Map.of(), dialect);
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
