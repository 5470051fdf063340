package dev.glia.drivers.conformance;

/** The plug of a device, for tests to pull: a killed process, a closed port, a relay. */
public interface Plug {
  /** Breaks the link at once, whatever is going on; the device looks unplugged afterwards. */
  void pull() throws Exception;

  /** Makes the link good again; the device is found, and ready, within seconds. */
  void putBack() throws Exception;
}
