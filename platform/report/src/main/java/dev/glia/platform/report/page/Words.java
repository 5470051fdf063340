package dev.glia.platform.report.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, durations and names as readers want them. */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Words() {}

  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  public static String day(Instant instant) {
    return DAY.format(instant);
  }

  /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}; an en dash for NaN. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds) || seconds < 0) {
      return "–";
    }
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f\u00a0s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + "\u00a0s";
    }
    if (whole < 3_600) {
      return whole / 60 + "\u00a0min" + (whole % 60 == 0 ? "" : "\u00a0" + whole % 60 + "\u00a0s");
    }
    long minutes = Math.round(seconds / 60);
    return minutes / 60
        + "\u00a0h"
        + (minutes % 60 == 0 ? "" : "\u00a0" + minutes % 60 + "\u00a0min");
  }

  /** {@code Completed} from {@code completed}. */
  public static String capitalized(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** {@code 1 claim}, {@code 3 claims}. */
  public static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
