package dev.glia.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/** A listener's registration; closing it ends the calls, and closing it again does nothing. */
@ConsumerType
public interface DeviceEvents extends AutoCloseable {
  @Override
  void close();
}
