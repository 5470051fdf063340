package dev.glia.drivers.interpreter;

/** What time it is: shared by everything in one deployment. */
final class Clock {
  final double dt;
  final long seed;

  /** The tick that is run now, or next. */
  long tick;

  Clock(double dt, long seed) {
    this.dt = dt;
    this.seed = seed;
  }

  /** The value of {@code dt} or {@code t}, the time at the start of the tick; in seconds. */
  double read(String name) {
    return switch (name) {
      case "dt" -> dt;
      case "t" -> tick * dt;
      default -> throw new IllegalArgumentException("the clock has no '" + name + "'");
    };
  }
}
