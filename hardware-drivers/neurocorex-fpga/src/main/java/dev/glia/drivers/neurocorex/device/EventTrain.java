package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Bits;
import java.util.Arrays;

/** The input events of a run since its first step: one at most a step, a byte each. */
final class EventTrain {
  private byte[] columns = new byte[1024];
  private int steps;

  /**
   * The events of the next step.
   *
   * @throws UnsupportedOperationException if there are several
   */
  void add(Bits events) {
    if (events.count() > 1) {
      throw new UnsupportedOperationException(
          "%d input lines have an event in one tick, but a published core takes one"
              .formatted(events.count()));
    }
    if (steps == columns.length) {
      columns = Arrays.copyOf(columns, 2 * steps);
    }
    columns[steps++] = (byte) (events.isEmpty() ? 0 : events.next(0));
  }

  int steps() {
    return steps;
  }

  /** The column of each step, 0 where there's no event. */
  byte[] columns(int from, int to) {
    return Arrays.copyOfRange(columns, from, to);
  }
}
