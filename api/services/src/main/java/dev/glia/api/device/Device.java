package dev.glia.api.device;

import dev.glia.api.network.Network;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.Telemetry;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that runs one network at a time, or as many as {@link #isShared()} allows.
 *
 * <p>A device that isn't shared is leased by the platform before anyone deploys on it, across
 * processes too, so a driver needn't queue its callers; it does refuse a second deployment while
 * the first is open. Safe for any thread.
 */
@ConsumerType
public interface Device {
  /** Unique within its driver: {@code 0}, {@code /dev/ttyUSB1}. */
  String id();

  /** Whether several deployments may live on it at once, as on a CPU. */
  boolean isShared();

  /**
   * Whether it exists in this process only, as one that a driver simulates: other processes have
   * devices of their own by the same id. A lease keeps other processes off all others.
   *
   * @since 1.1
   */
  default boolean isInProcess() {
    return false;
  }

  /**
   * How it is; never throws, answers within a second, and doesn't disturb a deployment. READY: it
   * takes a network now. BUSY: a deployment is open, and it isn't shared. DEGRADED: it works, but
   * not as it should. LOST: the link is broken; the device may come back. A reason is given in all
   * but the first, one phrase for people.
   */
  DeviceHealth health();

  /**
   * What it has measured: never throws, answers within a second. Readings that have a name in
   * {@link Gauge} have its unit and meaning. {@code at} is in milliseconds since 1970, UTC.
   */
  Telemetry telemetry();

  /**
   * Loads a network; its state is the initial one, at tick 0.
   *
   * @throws DeviceException if it doesn't fit or the device refuses; nothing stays allocated
   */
  Deployment deploy(Network network, DeployOptions options) throws DeviceException;
}
