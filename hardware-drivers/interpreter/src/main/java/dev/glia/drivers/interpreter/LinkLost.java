package dev.glia.drivers.interpreter;

import dev.glia.api.device.DeviceLostException;

/** Carries the loss of a device to where the deployment is entered. */
final class LinkLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LinkLost(DeviceLostException cause) {
    super(cause);
  }

  DeviceLostException loss() {
    return (DeviceLostException) getCause();
  }
}
