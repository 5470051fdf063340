package dev.glia.platform.runner.building;

import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import dev.glia.platform.runner.reading.Quantities;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns times into whole ticks, and notes where that changes them. One thread. */
final class Clock {
  /** More ticks than this are a slip, and don't fit the ring buffers of delays. */
  static final long MOST_DELAY_TICKS = 1_000_000;

  private static final Unit MILLISECOND = new Unit("ms", 1e-3, Dimension.TIME);

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
          field
              + ": "
              + Quantities.text(seconds, MILLISECOND)
              + " is rounded to "
              + ticks
              + " ticks, "
              + Quantities.text(ticks * dt, MILLISECOND));
    }
    return ticks;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
