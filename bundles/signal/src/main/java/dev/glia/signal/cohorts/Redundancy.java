package dev.glia.signal.cohorts;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Matrix;
import dev.glia.api.figure.Figure;
import dev.glia.learners.metrics.RegressionMetrics;
import dev.glia.signal.measures.Moments;
import java.util.Arrays;
import java.util.List;

/**
 * How much features repeat each other: sizes of the correlations of each two over epochs and
 * channels of all sessions.
 *
 * @param names of the features
 * @param matrix row-major
 * @param median over pairs
 */
public record Redundancy(List<String> names, double[] matrix, double median) {

  /** Of some features, two or more. */
  public static Redundancy of(List<Session> sessions, int[] features, List<String> allNames) {
    int n = features.length;
    double[][] columns = new double[n][];
    for (int f = 0; f < n; f++) {
      int feature = features[f];
      columns[f] =
          sessions.stream()
              .flatMap(s -> Arrays.stream(s.features()))
              .flatMap(Arrays::stream)
              .mapToDouble(channel -> channel[feature])
              .toArray();
    }
    double[] matrix = new double[n * n];
    double[] pairs = new double[n * (n - 1) / 2];
    int at = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        matrix[a * n + b] = Math.abs(RegressionMetrics.correlation(columns[a], columns[b]));
        if (b < a) {
          pairs[at++] = matrix[a * n + b];
        }
      }
    }
    List<String> names = Arrays.stream(features).mapToObj(allNames::get).toList();
    return new Redundancy(names, matrix, Moments.median(pairs));
  }

  /** As a table of colors. */
  public Figure figure(String family) {
    return new Figure(
        "redundancy-" + family,
        "How much " + family + " features repeat each other",
        "Size of the correlation of each two features over epochs and channels.",
        new Matrix("feature", names, "feature", names, matrix, Axis.of("|r|", "")));
  }
}
