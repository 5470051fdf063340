package dev.glia.platform.runner.devices;

/** The exclusive use of a device. Safe for any thread. */
public interface DeviceLease extends AutoCloseable {
  /**
   * Whether the device still is ours: not if the lease was closed, or if this process was silent
   * for so long that somebody else may have been given the device. Costs no disk access.
   */
  boolean isHeld();

  /** Says what it's for, once that has a name. */
  void name(String purpose);

  /** Gives the device to whoever is next. Closing it again does nothing. */
  @Override
  void close();
}
