package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.Trial;

/** A group of the contract's tests. */
abstract class DriverTests {
  static final double MV = 1e-3;
  static final double NA = 1e-9;
  static final double MS = 1e-3;

  /** Seconds a tick in all tests that don't say otherwise. */
  static final double DT = 1e-4;

  /** The same, as text. */
  static final String TICK = "0.1 ms";

  /** Rounding errors that may add up over a test of some thousand ticks. */
  private static final double ROUNDINGS = 400;

  /** Probes and weights are handed out as float32, whatever the driver computes with. */
  private static final double FLOOR = 4 * 0x1p-24;

  abstract HardwareDriver driver();

  Trial deploy(Network network) {
    return Trial.of(driver(), network);
  }

  /** Allowed error, relative to the largest value that occurs. */
  double tolerance() {
    return Math.max(FLOOR, ROUNDINGS * driver().numberFormat().relativeError());
  }

  /** Compares with a closed form, within the driver's precision relative to a scale. */
  void assertClose(String what, double actual, double expected, double scale) {
    assertThat(actual).as(what).isCloseTo(expected, within(tolerance() * Math.abs(scale)));
  }
}
