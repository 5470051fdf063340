package dev.glia.deployments;

import dev.glia.api.component.Fault;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Gauge;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Network;
import dev.glia.api.study.CellContext;
import dev.glia.v1.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A network on a device that takes one at a time, for callers of this process that run side by
 * side, as a study's cells: each waits for its turn, in the order in which they came. Used by one
 * thread; closing ends the turn.
 */
public final class DeviceTurn implements AutoCloseable {
  /** One a device, by the names of driver and device: a device that is found again is the same. */
  private static final Map<String, Semaphore> TURNS = new ConcurrentHashMap<>();

  /**
   * What a device spent, in seconds.
   *
   * @param wire with bytes on the wire
   * @param compute computing
   */
  public record Seconds(double wire, double compute) {}

  private final Device device;
  private final Semaphore turn;
  private Seconds mark;
  private Deployment deployment;

  private DeviceTurn(Device device, Semaphore turn) {
    this.device = device;
    this.turn = turn;
    mark = seconds();
  }

  /**
   * Waits for a device, then loads a network on it.
   *
   * @param name what the device's id begins with: {@code virtual}
   * @throws Fault MISSING if the driver has no such device
   */
  public static DeviceTurn take(HardwareDriver driver, String name, Network network)
      throws DeviceException {
    String wanted = driver.descriptor().id() + ":" + name;
    Device device =
        driver.devices().stream()
            .filter(each -> each.id().startsWith(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new Fault(
                        Fault.Kind.MISSING,
                        wanted + " isn't there. Plug it in; glia devices lists what is."));
    Semaphore turn =
        TURNS.computeIfAbsent(
            driver.descriptor().id() + ":" + device.id(), id -> new Semaphore(1, true));
    turn.acquireUninterruptibly();
    DeviceTurn taken = null;
    try {
      taken = new DeviceTurn(device, turn);
      taken.deployment = device.deploy(network, DeployOptions.DEFAULT);
      return taken;
    } finally {
      if (taken == null || taken.deployment == null) {
        turn.release();
      }
    }
  }

  /**
   * Waits for a device, then loads the network of a study's file on it instead of the study's
   * target.
   *
   * @param device driver and what the device's id begins with: {@code neurocorex-fpga:virtual}
   * @param file resource beside the study's class
   * @param settings over the file's own
   * @throws Fault MISSING if there's no such driver or device
   */
  public static DeviceTurn take(
      CellContext context, String device, String file, List<String> settings)
      throws DeviceException {
    String[] names = device.split(":", 2);
    try (Deployment plan = context.deploy(file, settings)) {
      HardwareDriver driver = context.component(HardwareDriver.class, names[0]);
      return take(driver, names.length < 2 ? "" : names[1], plan.network());
    }
  }

  /** Plays on the network; see {@link SpikePlayer}. */
  public SpikePlayer player(String watched) {
    return new SpikePlayer(deployment, watched);
  }

  public Deployment deployment() {
    return deployment;
  }

  /** What was spent since the last call; at first, since before the network was loaded. */
  public Seconds spent() {
    Seconds now = seconds();
    Seconds spent = new Seconds(now.wire - mark.wire, now.compute - mark.compute);
    mark = now;
    return spent;
  }

  private Seconds seconds() {
    Telemetry telemetry = device.telemetry();
    return new Seconds(sum(telemetry, Gauge.WIRE_TIME), sum(telemetry, Gauge.COMPUTE_TIME));
  }

  private static double sum(Telemetry telemetry, Gauge gauge) {
    return telemetry.getReadingsList().stream()
        .filter(reading -> reading.getName().equals(gauge.symbol()))
        .mapToDouble(Telemetry.Reading::getValue)
        .sum();
  }

  @Override
  public void close() {
    if (deployment != null) {
      deployment.close();
      deployment = null;
      turn.release();
    }
  }
}
