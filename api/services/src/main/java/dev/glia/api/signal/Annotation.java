package dev.glia.api.signal;

import java.util.Objects;

/**
 * Something that was marked in a recording: an event, a condition, a note.
 *
 * @param onset seconds from the start of the recording; may lie before it
 * @param duration seconds, 0 for a moment
 * @param type {@code Stimulus}, {@code Status}, {@code Annotation}: what kind of mark the file has
 * @param text what it says: {@code S 1}, {@code eyes closed}
 * @param channel it belongs to, -1 for all
 */
public record Annotation(double onset, double duration, String type, String text, int channel) {
  public Annotation {
    Objects.requireNonNull(type);
    Objects.requireNonNull(text);
    if (!Double.isFinite(onset) || !(duration >= 0) || Double.isInfinite(duration)) {
      throw new IllegalArgumentException("onset " + onset + " s, duration " + duration + " s");
    }
  }
}
