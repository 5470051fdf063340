package dev.glia.platform.runner.building;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns times into whole ticks, and notes where that changes them. One thread. */
final class Clock {
  /** More ticks than this are a slip, and don't fit the ring buffers of delays. */
  static final long MOST_DELAY_TICKS = 1_000_000;

  private final double dt;
  private final Set<String> notes = new LinkedHashSet<>();

  Clock(double dt) {
    this.dt = dt;
  }

  double dt() {
    return dt;
  }

  /** The nearest number of ticks. */
  long ticks(double seconds, String field) {
    double exact = seconds / dt;
    long ticks = Math.round(exact);
    if (Math.abs(exact - ticks) > 1e-6 * Math.max(1, Math.abs(exact))) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: %.6g ms is rounded to %d ticks, %.6g ms",
              field,
              seconds * 1e3,
              ticks,
              ticks * dt * 1e3));
    }
    return ticks;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
