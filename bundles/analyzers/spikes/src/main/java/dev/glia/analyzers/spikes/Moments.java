package dev.glia.analyzers.spikes;

import java.util.Locale;

/** Mean and spread of numbers as they come (Welford's method, which cancels nothing). */
final class Moments {
  private long count;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  void add(double value) {
    count++;
    double apart = value - mean;
    mean += apart / count;
    squares += apart * (value - mean);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }

  long count() {
    return count;
  }

  /** NaN if there's no number. */
  double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /** Of these numbers themselves, divided by their count; NaN if there's none. */
  double variance() {
    return count == 0 ? Double.NaN : squares / count;
  }

  double deviation() {
    return Math.sqrt(variance());
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /** A number for a table; a dash where there's none. */
  static String cell(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
  }
}
