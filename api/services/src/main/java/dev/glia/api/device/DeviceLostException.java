package dev.glia.api.device;

/**
 * The link to a device is broken. The deployment's last whole tick and its snapshots stay valid.
 */
public final class DeviceLostException extends DeviceException {
  private static final long serialVersionUID = 1L;

  public DeviceLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
