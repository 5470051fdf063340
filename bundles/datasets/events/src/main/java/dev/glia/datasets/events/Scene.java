package dev.glia.datasets.events;

/** What a sensor looks at. Immutable. */
interface Scene {
  /** The fastest motion in it, in pixels per second. */
  double speed();

  /**
   * Log intensity at a place and a time.
   *
   * @param x columns from the sensor's middle
   * @param y rows from the sensor's middle
   */
  double logIntensity(double x, double y, double seconds);
}
