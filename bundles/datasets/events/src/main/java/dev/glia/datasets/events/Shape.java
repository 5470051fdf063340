package dev.glia.datasets.events;

/**
 * Filled shapes, each within the unit circle: how far a place is from the border, negative inside.
 * Distances are exact near the middles of sides and too short beyond corners.
 */
enum Shape {
  CIRCLE {
    @Override
    double distance(double x, double y) {
      return Math.sqrt(x * x + y * y) - 0.85;
    }
  },
  SQUARE {
    @Override
    double distance(double x, double y) {
      return box(x, y, 0.7, 0.7);
    }
  },
  /** With a side below and a corner above. */
  TRIANGLE {
    @Override
    double distance(double x, double y) {
      return Math.max(y, HALF_ROOT_OF_3 * Math.abs(x) - 0.5 * y) - 0.5;
    }
  },
  PLUS {
    @Override
    double distance(double x, double y) {
      return Math.min(box(x, y, LONG, SHORT), box(x, y, SHORT, LONG));
    }
  },
  CROSS {
    @Override
    double distance(double x, double y) {
      return PLUS.distance((x + y) * HALF_ROOT_OF_2, (x - y) * HALF_ROOT_OF_2);
    }
  },
  HORIZONTAL_BAR {
    @Override
    double distance(double x, double y) {
      return box(x, y, LONG, SHORT);
    }
  },
  VERTICAL_BAR {
    @Override
    double distance(double x, double y) {
      return box(x, y, SHORT, LONG);
    }
  },
  RING {
    @Override
    double distance(double x, double y) {
      return Math.abs(Math.sqrt(x * x + y * y) - 0.7) - 0.15;
    }
  };

  private static final double LONG = 0.95;
  private static final double SHORT = 0.3;
  private static final double HALF_ROOT_OF_2 = Math.sqrt(2) / 2;
  private static final double HALF_ROOT_OF_3 = Math.sqrt(3) / 2;

  /**
   * Signed distance from the border.
   *
   * @param x rightwards
   * @param y downwards
   */
  abstract double distance(double x, double y);

  private static double box(double x, double y, double halfWidth, double halfHeight) {
    return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
  }
}
