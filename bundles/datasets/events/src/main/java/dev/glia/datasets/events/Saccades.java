package dev.glia.datasets.events;

/**
 * Three small movements around a triangle, one after the other, that end where they began: how a
 * camera is made to see a thing that stands still (Orchard et al. 2015).
 *
 * @param radius of the triangle's corners from its middle, in pixels
 * @param seconds all three together
 */
record Saccades(double radius, double seconds) {
  private static final double[] CORNER_X = {-Math.sqrt(3) / 2, 0, Math.sqrt(3) / 2};
  private static final double[] CORNER_Y = {-0.5, 1, -0.5};

  /** Pixels per second. */
  double speed() {
    return radius * Math.sqrt(3) * 3 / seconds;
  }

  /** Where one is at a time, from the triangle's middle. */
  double x(double time) {
    return radius * along(CORNER_X, time);
  }

  double y(double time) {
    return radius * along(CORNER_Y, time);
  }

  private double along(double[] corners, double time) {
    double way = Math.clamp(3 * time / seconds, 0, 3);
    int side = Math.min((int) way, 2);
    double from = corners[side];
    double to = corners[(side + 1) % 3];
    return from + (to - from) * (way - side);
  }
}
