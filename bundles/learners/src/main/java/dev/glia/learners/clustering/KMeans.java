package dev.glia.learners.clustering;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.internal.Shapes;
import java.util.Arrays;

/**
 * k-means by Lloyd's iteration (1982, doi:10.1109/TIT.1982.1056489) from starts that are drawn far
 * apart (k-means++, Arthur and Vassilvitskii 2007); the best of several starts.
 *
 * @param centers a row each
 * @param labels the center of each sample, the first of the nearest
 * @param inertia sum of squared distances to the centers
 */
public record KMeans(double[][] centers, int[] labels, double inertia) {
  private static final int ITERATIONS = 300;

  /**
   * Finds clusters.
   *
   * @param x a row a sample
   * @param clusters 1 to the number of samples
   * @param starts at least 1
   */
  public static KMeans fit(double[][] x, int clusters, int starts, RandomStream random) {
    Shapes.matrix("x", x);
    if (clusters < 1 || clusters > x.length || starts < 1) {
      throw new IllegalArgumentException(
          clusters + " clusters of " + x.length + " samples, " + starts + " starts");
    }
    KMeans best = null;
    for (int s = 0; s < starts; s++) {
      KMeans found = settle(x, apart(x, clusters, random));
      best = best == null || found.inertia < best.inertia ? found : best;
    }
    return best;
  }

  /** Each center is drawn with a chance that goes by the squared distance to those before. */
  private static double[][] apart(double[][] x, int clusters, RandomStream random) {
    double[][] centers = new double[clusters][];
    double[] nearest = new double[x.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int chosen = random.nextInt(x.length);
    for (int k = 0; ; k++) {
      centers[k] = x[chosen].clone();
      if (k == clusters - 1) {
        return centers;
      }
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        nearest[i] = Math.min(nearest[i], distance(x[i], centers[k]));
        sum += nearest[i];
      }
      double left = random.nextDouble() * sum;
      chosen = 0;
      for (int i = 0; i < x.length; i++) {
        chosen = nearest[i] > 0 ? i : chosen;
        left -= nearest[i];
        if (left < 0) {
          break;
        }
      }
    }
  }

  private static KMeans settle(double[][] x, double[][] centers) {
    int[] labels = new int[x.length];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      boolean changed = assign(x, centers, labels) || iteration == 0;
      if (!changed) {
        break;
      }
      move(x, centers, labels);
    }
    assign(x, centers, labels);
    double inertia = 0;
    for (int i = 0; i < x.length; i++) {
      inertia += distance(x[i], centers[labels[i]]);
    }
    return new KMeans(centers, labels, inertia);
  }

  private static boolean assign(double[][] x, double[][] centers, int[] labels) {
    boolean changed = false;
    for (int i = 0; i < x.length; i++) {
      int nearest = 0;
      for (int k = 1; k < centers.length; k++) {
        nearest = distance(x[i], centers[k]) < distance(x[i], centers[nearest]) ? k : nearest;
      }
      changed |= labels[i] != nearest;
      labels[i] = nearest;
    }
    return changed;
  }

  /** A center without samples stays where it is. */
  private static void move(double[][] x, double[][] centers, int[] labels) {
    int[] counts = new int[centers.length];
    double[][] sums = new double[centers.length][x[0].length];
    for (int i = 0; i < x.length; i++) {
      counts[labels[i]]++;
      for (int j = 0; j < x[i].length; j++) {
        sums[labels[i]][j] += x[i][j];
      }
    }
    for (int k = 0; k < centers.length; k++) {
      for (int j = 0; j < sums[k].length && counts[k] > 0; j++) {
        centers[k][j] = sums[k][j] / counts[k];
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
