package dev.glia.api.device;

import dev.glia.api.network.Network;
import dev.glia.v1.DeviceHealth;
import dev.glia.v1.Telemetry;
import org.osgi.annotation.versioning.ConsumerType;

/** Something that runs one network at a time, or as many as {@link #isShared()} allows. */
@ConsumerType
public interface Device {
  /** Unique within its driver: {@code 0}, {@code /dev/ttyUSB1}. */
  String id();

  /** Whether several deployments may live on it at once, as on a CPU. */
  boolean isShared();

  /** How it is; never throws, answers within a second. */
  DeviceHealth health();

  Telemetry telemetry();

  /**
   * Loads a network; its state is the initial one, at tick 0.
   *
   * @throws DeviceException if it doesn't fit or the device refuses; nothing stays allocated
   */
  Deployment deploy(Network network, DeployOptions options) throws DeviceException;
}
