package dev.glia.signal.measures;

import java.util.ArrayList;
import java.util.List;

/**
 * Avalanches of events over channels (Beggs and Plenz 2003): runs of time bins that aren't empty.
 *
 * @param activity events in each bin
 * @param sizes events of each avalanche
 * @param durations bins of each avalanche
 */
public record Avalanches(int[] activity, int[] sizes, int[] durations) {

  /** Finds avalanches in counts of events. */
  public static Avalanches of(int[] activity) {
    List<Integer> sizes = new ArrayList<>();
    List<Integer> durations = new ArrayList<>();
    int size = 0;
    int duration = 0;
    for (int i = 0; i <= activity.length; i++) {
      if (i < activity.length && activity[i] > 0) {
        size += activity[i];
        duration++;
      } else if (duration > 0) {
        sizes.add(size);
        durations.add(duration);
        size = 0;
        duration = 0;
      }
    }
    return new Avalanches(
        activity,
        sizes.stream().mapToInt(i -> i).toArray(),
        durations.stream().mapToInt(i -> i).toArray());
  }

  /**
   * Counts the bins of channels in which one or more samples are further from the channel's mean
   * than so many of its standard deviations.
   *
   * @param signals one array a channel, of one length
   * @param bin samples of a bin
   */
  public static Avalanches of(double[][] signals, double deviations, int bin) {
    int bins = signals.length == 0 ? 0 : signals[0].length / bin;
    int[] activity = new int[bins];
    for (double[] signal : signals) {
      boolean[] events = events(signal, deviations);
      for (int b = 0; b < bins; b++) {
        boolean any = false;
        for (int i = b * bin; i < (b + 1) * bin; i++) {
          any |= events[i];
        }
        activity[b] += any ? 1 : 0;
      }
    }
    return of(activity);
  }

  /** Samples that are further from the mean than so many standard deviations. */
  public static boolean[] events(double[] signal, double deviations) {
    double mean = Moments.mean(signal);
    double most = deviations * Math.sqrt(Moments.variance(signal));
    boolean[] events = new boolean[signal.length];
    for (int i = 0; i < signal.length; i++) {
      events[i] = Math.abs(signal[i] - mean) > most;
    }
    return events;
  }

  /** Mean of {@code A(t+1)/A(t)} over bins that aren't empty; NaN if all are. */
  public double branchingRatio() {
    double sum = 0;
    int count = 0;
    for (int t = 0; t + 1 < activity.length; t++) {
      if (activity[t] > 0) {
        sum += (double) activity[t + 1] / activity[t];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Events of an avalanche; NaN if there's none. */
  public double meanSize() {
    return java.util.Arrays.stream(sizes).average().orElse(Double.NaN);
  }

  /** Bins of an avalanche; NaN if there's none. */
  public double meanDuration() {
    return java.util.Arrays.stream(durations).average().orElse(Double.NaN);
  }
}
