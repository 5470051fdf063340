package dev.glia.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of devices that come and go. Calls come one at a time, from a thread of the caller's;
 * they should return soon and must not wait for another event. A device that was there already when
 * the listener was registered is told of as plugged.
 */
@ConsumerType
public interface DeviceListener {
  /** A device is there, or there again. */
  void plugged(HardwareDriver driver, Device device);

  /**
   * A device is gone: its deployments are lost.
   *
   * @param device its {@link Device#id()}
   * @param reason one phrase, for people: {@code the port is gone}
   */
  void unplugged(HardwareDriver driver, String device, String reason);
}
