package dev.glia.datasets.events;

import dev.glia.api.random.RandomStream;

/**
 * A pattern that crosses the sensor.
 *
 * @param angle of its motion, from the x axis (columns) to the y axis (rows, downwards), in radians
 * @param speed pixels per second
 * @param start how far along its way it's at time 0, from the sensor's middle; negative
 * @param offset of its way from the sensor's middle, in pixels
 * @param width in pixels
 * @param contrast in log intensity: positive for a bright pattern, negative for a dark one
 */
record Passage(
    Pattern pattern,
    double angle,
    double speed,
    double start,
    double offset,
    double width,
    double contrast)
    implements Scene {
  private static final double FLANK = 3; // widths, beyond which a pattern isn't seen

  /** Draws a passage in which the pattern crosses the whole sensor in about the duration. */
  static Passage draw(
      Pattern pattern, double angle, Sensor sensor, double duration, RandomStream random) {
    double width = 0.8 + 0.8 * random.nextDouble();
    double contrast = 1 + random.nextDouble();
    double sign = random.nextInt(2) == 0 ? 1 : -1;
    double reach = sensor.halfExtent(angle) + FLANK * width;
    double haste = 0.85 + 0.3 * random.nextDouble();
    double lead = 0.1 * reach * (random.nextDouble() - 0.5);
    double offset =
        0.5 * (random.nextDouble() - 0.5) * sensor.halfExtent(angle + StrictMath.PI / 2);
    return new Passage(
        pattern,
        angle,
        2 * reach / duration * haste,
        -reach + lead,
        offset,
        width,
        sign * contrast);
  }

  @Override
  public double logIntensity(double x, double y, double seconds) {
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    double along = x * cosine + y * sine - (start + speed * seconds);
    double across = y * cosine - x * sine - offset;
    return contrast * pattern.brightness(along, across, width);
  }
}
