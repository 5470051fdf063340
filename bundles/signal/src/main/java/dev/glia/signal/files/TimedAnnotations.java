package dev.glia.signal.files;

import dev.glia.api.signal.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the time-stamped lists of EDF+: {@code +onset[0x15 duration]0x14 text 0x14 … 0x00}. What
 * isn't one is skipped to the next zero byte, and counted.
 */
final class TimedAnnotations {
  private static final int MOST = 1_000_000;
  private static final byte DURATION = 0x15;
  private static final byte TEXT = 0x14;

  private final Source source;
  private final List<Annotation> into;
  private int damaged;

  TimedAnnotations(Source source, List<Annotation> into) {
    this.source = source;
    this.into = into;
  }

  /** Lists that couldn't be read. */
  int damaged() {
    return damaged;
  }

  /**
   * Reads the lists of one signal of a record.
   *
   * @param at place of the bytes in the file
   * @return when the record began, if its first list says so; else NaN
   */
  double read(byte[] bytes, int length, long at) {
    double start = Double.NaN;
    int from = 0;
    boolean first = true;
    while (from < length) {
      int end = from;
      while (end < length && bytes[end] != 0) {
        end++;
      }
      if (end > from) {
        double onset = list(bytes, from, end, first, at);
        start = first ? onset : start;
        first = false;
      }
      from = end + 1;
    }
    return start;
  }

  /** The onset; an empty first text is the record's time stamp, not an annotation. */
  private double list(byte[] bytes, int from, int end, boolean first, long at) {
    int stop = next(bytes, from, end);
    int stampEnd = stop;
    double duration = 0;
    if (stop < end && bytes[stop] == DURATION) {
      int durationEnd = next(bytes, stop + 1, end);
      duration = number(bytes, stop + 1, durationEnd);
      stop = durationEnd;
    }
    double onset = number(bytes, from, stampEnd);
    if (!Double.isFinite(onset) || !(duration >= 0) || stop == end || bytes[stop] != TEXT) {
      damaged++;
      return Double.NaN;
    }
    int place = stop + 1;
    while (place < end) {
      int textEnd = place;
      while (textEnd < end && bytes[textEnd] != TEXT) {
        textEnd++;
      }
      boolean stamp = first && place == stop + 1 && textEnd == place;
      if (!stamp && textEnd > place) {
        if (into.size() == MOST) {
          throw source.broken(at + place, "more than " + MOST + " annotations");
        }
        String text = new String(bytes, place, textEnd - place, StandardCharsets.UTF_8);
        into.add(new Annotation(onset, duration, "Annotation", text, -1));
      }
      place = textEnd + 1;
    }
    return onset;
  }

  private static int next(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != TEXT && bytes[at] != DURATION) {
      at++;
    }
    return at;
  }

  private static double number(byte[] bytes, int from, int end) {
    if (end - from > 40) {
      return Double.NaN;
    }
    String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    return text.matches("[+-]?[0-9]{1,15}(\\.[0-9]*)?") ? Double.parseDouble(text) : Double.NaN;
  }
}
