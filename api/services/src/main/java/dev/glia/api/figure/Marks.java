package dev.glia.api.figure;

import java.util.ArrayList;
import java.util.List;

/** Marks that take some arithmetic. */
public final class Marks {
  private static final double REACH = 5;

  private Marks() {}

  /**
   * A histogram over five standard deviations to both sides of the mean, and the curve of the
   * normal distribution that has the same mean and deviation.
   *
   * @param values at least two that differ
   */
  public static List<Mark> histogramWithNormal(String name, double[] values, int bins) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean) / values.length;
    }
    double deviation = Math.sqrt(squares);
    double low = mean - REACH * deviation;
    double width = 2 * REACH * deviation / bins;
    double[] edges = new double[bins + 1];
    double[] counts = new double[bins];
    double[] middles = new double[bins];
    double[] normal = new double[bins];
    for (double value : values) {
      int bin = (int) Math.floor((value - low) / width);
      if (bin >= 0 && bin < bins) {
        counts[bin]++;
      }
    }
    double peak = values.length * width / (deviation * Math.sqrt(2 * Math.PI));
    for (int b = 0; b <= bins; b++) {
      edges[b] = low + b * width;
    }
    for (int b = 0; b < bins; b++) {
      middles[b] = edges[b] + width / 2;
      double z = (middles[b] - mean) / deviation;
      normal[b] = peak * Math.exp(-z * z / 2);
    }
    return List.of(
        new Mark.Histogram(name, edges, counts), new Mark.Line("normal, " + name, middles, normal));
  }

  /**
   * A raster of what happened in steps.
   *
   * @param fired {@code [step][row]}
   */
  public static Mark raster(String name, boolean[][] fired) {
    List<int[]> events = new ArrayList<>();
    for (int step = 0; step < fired.length; step++) {
      for (int row = 0; row < fired[step].length; row++) {
        if (fired[step][row]) {
          events.add(new int[] {step, row});
        }
      }
    }
    return new Mark.Raster(
        name,
        events.stream().mapToDouble(event -> event[0]).toArray(),
        events.stream().mapToInt(event -> event[1]).toArray());
  }
}
