package dev.glia.learners.validation;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.internal.Normal;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Confidence intervals by drawing from the sample with replacement (Efron and Tibshirani 1993,
 * chapters 13 and 14). What belongs together, as the epochs of a subject, is to be averaged first.
 */
public final class Bootstrap {
  private Bootstrap() {}

  /**
   * Percentiles of the drawn statistics.
   *
   * @param level as 0.95
   * @param draws 1,000 or more for an interval of 95 %
   */
  public static Interval percentile(
      double[] sample,
      ToDoubleFunction<double[]> statistic,
      double level,
      int draws,
      RandomStream random) {
    double[] drawn = draw(sample, statistic, level, draws, random);
    double tail = (1 - level) / 2;
    return new Interval(
        statistic.applyAsDouble(sample.clone()), quantile(drawn, tail), quantile(drawn, 1 - tail));
  }

  /**
   * Percentiles corrected for bias and skewness (BCa): for statistics whose spread depends on their
   * value.
   */
  public static Interval corrected(
      double[] sample,
      ToDoubleFunction<double[]> statistic,
      double level,
      int draws,
      RandomStream random) {
    double[] drawn = draw(sample, statistic, level, draws, random);
    double estimate = statistic.applyAsDouble(sample.clone());
    double below = 0;
    for (double each : drawn) {
      below += each < estimate ? 1 : each == estimate ? 0.5 : 0;
    }
    double share = Math.clamp(below / draws, 0.5 / draws, 1 - 0.5 / draws);
    double bias = Normal.quantile(share);
    double acceleration = acceleration(sample, statistic);
    double tail = (1 - level) / 2;
    return new Interval(
        estimate,
        quantile(drawn, moved(tail, bias, acceleration)),
        quantile(drawn, moved(1 - tail, bias, acceleration)));
  }

  private static double moved(double p, double bias, double acceleration) {
    double z = bias + Normal.quantile(p);
    return Normal.cumulative(bias + z / (1 - acceleration * z));
  }

  /** A sixth of the skewness of the statistic's jackknife. */
  private static double acceleration(double[] sample, ToDoubleFunction<double[]> statistic) {
    double[] without = new double[sample.length];
    for (int i = 0; i < sample.length; i++) {
      double[] rest = new double[sample.length - 1];
      System.arraycopy(sample, 0, rest, 0, i);
      System.arraycopy(sample, i + 1, rest, i, rest.length - i);
      without[i] = statistic.applyAsDouble(rest);
    }
    double mean = Arrays.stream(without).average().orElse(Double.NaN);
    double squares = 0;
    double cubes = 0;
    for (double each : without) {
      squares += (mean - each) * (mean - each);
      cubes += (mean - each) * (mean - each) * (mean - each);
    }
    return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
  }

  private static double[] draw(
      double[] sample,
      ToDoubleFunction<double[]> statistic,
      double level,
      int draws,
      RandomStream random) {
    if (sample.length < 2 || draws < 1 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          sample.length + " numbers, " + draws + " draws, level " + level);
    }
    double[] drawn = new double[draws];
    double[] resample = new double[sample.length];
    for (int d = 0; d < draws; d++) {
      for (int i = 0; i < sample.length; i++) {
        resample[i] = sample[random.nextInt(sample.length)];
      }
      drawn[d] = statistic.applyAsDouble(resample);
    }
    Arrays.sort(drawn);
    return drawn;
  }

  /** Between the two nearest of sorted numbers. */
  static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
