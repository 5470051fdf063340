package dev.glia.datasets.events;

/** What moves: brightness as a function of the place relative to its middle, in pixels. */
enum Pattern {
  /** A bar across the direction of motion. */
  BAR {
    @Override
    double brightness(double along, double across, double width) {
      return bell(along, width);
    }
  },
  /** A border across the direction of motion, bright behind and dark ahead. */
  EDGE {
    @Override
    double brightness(double along, double across, double width) {
      return 1 / (1 + StrictMath.exp(2 * along / width));
    }
  },
  /** A round spot. */
  BLOB {
    @Override
    double brightness(double along, double across, double width) {
      return bell(StrictMath.hypot(along, across), 2 * width);
    }
  };

  /**
   * Brightness from 0 to 1.
   *
   * @param along in the direction of motion, positive ahead
   * @param across at a right angle to it
   * @param width of the pattern's flanks, positive
   */
  abstract double brightness(double along, double across, double width);

  private static double bell(double distance, double width) {
    double z = distance / width;
    return StrictMath.exp(-0.5 * z * z);
  }
}
