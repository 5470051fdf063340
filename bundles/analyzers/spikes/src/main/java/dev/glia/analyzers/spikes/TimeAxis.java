package dev.glia.analyzers.spikes;

/**
 * Time in the unit that suits the window.
 *
 * @param unit {@code s} or {@code ms}
 * @param factor units a tick
 */
record TimeAxis(Scale scale, String unit, double factor) {
  private static final double LONG = 10; // seconds, from which on they are counted in seconds

  static TimeAxis of(Window window) {
    boolean seconds = window.seconds() >= LONG;
    double factor = window.dt() * (seconds ? 1 : 1000);
    return new TimeAxis(
        new Scale(window.from() * factor, window.until() * factor), seconds ? "s" : "ms", factor);
  }

  double of(long tick) {
    return tick * factor;
  }

  String label() {
    return "time (" + unit + ")";
  }
}
