package dev.glia.learners.classification;

import dev.glia.learners.internal.Shapes;
import java.util.Arrays;

/**
 * The class of most of the k nearest training samples, by Euclidean distance (Cover and Hart 1967,
 * doi:10.1109/TIT.1967.1053964). Of samples at one distance the earlier is nearer; of classes with
 * as many votes the one with the nearest sample wins. Immutable; a question costs one pass over all
 * training samples.
 */
public final class NearestNeighbors implements Classifier {
  private final double[][] samples;
  private final int[] labels;
  private final int neighbors;

  private NearestNeighbors(double[][] samples, int[] labels, int neighbors) {
    this.samples = samples;
    this.labels = labels;
    this.neighbors = neighbors;
  }

  /**
   * Keeps the samples.
   *
   * @param x a row a sample; not to be changed afterwards
   * @param neighbors 1 to the number of samples
   */
  public static NearestNeighbors fit(double[][] x, int[] labels, int neighbors) {
    Shapes.samples("labels", labels.length, x.length);
    Shapes.matrix("x", x);
    Shapes.classes(labels);
    if (neighbors < 1 || neighbors > x.length) {
      throw new IllegalArgumentException(neighbors + " neighbors of " + x.length + " samples");
    }
    return new NearestNeighbors(x, labels.clone(), neighbors);
  }

  /** Indices of the nearest training samples, nearest first. */
  public int[] nearest(double[] x) {
    Shapes.vector("x", x, samples[0].length);
    double[] distances = new double[neighbors];
    int[] nearest = new int[neighbors];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int i = 0; i < samples.length; i++) {
      double distance = squaredDistance(samples[i], x);
      if (distance < distances[neighbors - 1]) {
        int at = neighbors - 1;
        for (; at > 0 && distance < distances[at - 1]; at--) {
          distances[at] = distances[at - 1];
          nearest[at] = nearest[at - 1];
        }
        distances[at] = distance;
        nearest[at] = i;
      }
    }
    return nearest;
  }

  @Override
  public int classify(double[] x) {
    int[] nearest = nearest(x);
    int best = -1;
    int most = 0;
    for (int i : nearest) {
      int votes = 0;
      for (int j : nearest) {
        votes += labels[j] == labels[i] ? 1 : 0;
      }
      if (votes > most) {
        most = votes;
        best = labels[i];
      }
    }
    return best;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
