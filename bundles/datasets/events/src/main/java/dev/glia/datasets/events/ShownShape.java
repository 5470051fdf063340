package dev.glia.datasets.events;

import dev.glia.api.random.RandomStream;

/**
 * A shape that trembles before the sensor.
 *
 * @param size radius of the circle around it, in pixels
 * @param cosine of its tilt
 * @param sine of its tilt, positive clockwise
 * @param x of its middle on average, columns from the sensor's middle
 * @param y the same in rows
 * @param contrast in log intensity: positive for a bright shape, negative for a dark one
 */
record ShownShape(
    Shape shape,
    double size,
    double cosine,
    double sine,
    double x,
    double y,
    double contrast,
    Saccades saccades)
    implements Scene {
  // Of the room around the sensor's middle. They add up to 1, so that nothing leaves the sensor.
  private static final double LARGEST = 0.76;
  private static final double FARTHEST = 0.08;
  private static final double TREMOR = 0.16;

  private static final double SMALLEST = 0.6;
  private static final double FLANK = 0.5; // pixels on either side of a border

  /**
   * Draws a shape that the sensor sees as a whole, all the time.
   *
   * @param tilt the greatest, in radians
   */
  static ShownShape draw(
      Shape shape, double tilt, Sensor sensor, double duration, RandomStream random) {
    double room = sensor.room() - 2 * FLANK; // the border's flank reaches so far at a corner
    double size = room * (SMALLEST + (LARGEST - SMALLEST) * random.nextDouble());
    double angle = tilt * (2 * random.nextDouble() - 1);
    double x = room * FARTHEST * (2 * random.nextDouble() - 1) * Math.sqrt(0.5);
    double y = room * FARTHEST * (2 * random.nextDouble() - 1) * Math.sqrt(0.5);
    double contrast = 1 + random.nextDouble();
    double sign = random.nextInt(2) == 0 ? 1 : -1;
    return new ShownShape(
        shape,
        size,
        StrictMath.cos(angle),
        StrictMath.sin(angle),
        x,
        y,
        sign * contrast,
        new Saccades(TREMOR * room, duration));
  }

  @Override
  public double speed() {
    return saccades.speed();
  }

  @Override
  public double logIntensity(double column, double row, double seconds) {
    double right = (column - x - saccades.x(seconds)) / size;
    double down = (row - y - saccades.y(seconds)) / size;
    double distance =
        size * shape.distance(right * cosine + down * sine, down * cosine - right * sine);
    return contrast * Math.clamp(0.5 - distance / (2 * FLANK), 0, 1);
  }
}
