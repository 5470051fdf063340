package dev.glia.platform.studies.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A function of several numbers. */
public enum Aggregate {
  MEAN,
  MEDIAN,
  MIN,
  MAX,
  SUM,
  SPREAD,
  COUNT,
  ABS;

  String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Aggregate> of(String symbol) {
    return Arrays.stream(values()).filter(each -> each.symbol().equals(symbol)).findFirst();
  }

  /** NaN where there's no answer. */
  double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = values.length;
    return switch (this) {
      case COUNT -> n;
      case SUM -> Arrays.stream(values).sum();
      case ABS -> n == 1 ? Math.abs(values[0]) : Double.NaN;
      case MEAN -> n == 0 ? Double.NaN : Arrays.stream(values).sum() / n;
      // NaN is sorted last, and must not be overlooked.
      case MIN -> n == 0 || Double.isNaN(sorted[n - 1]) ? Double.NaN : sorted[0];
      case MAX -> n == 0 ? Double.NaN : sorted[n - 1];
      case MEDIAN ->
          n == 0 || Double.isNaN(sorted[n - 1])
              ? Double.NaN
              : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
      case SPREAD -> spread(values);
    };
  }

  /** Standard deviation of a sample. */
  private static double spread(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = MEAN.of(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
