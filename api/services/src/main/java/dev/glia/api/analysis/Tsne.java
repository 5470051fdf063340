package dev.glia.api.analysis;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;

/**
 * t-SNE (van der Maaten and Hinton 2008), exact: for some hundred points. The same points and draws
 * give the same map.
 */
final class Tsne {
  private static final double PERPLEXITY = 30;
  private static final int ITERATIONS = 500;
  private static final int EXAGGERATED = 100;
  private static final double EXAGGERATION = 12;
  private static final double LEAST_GAIN = 0.01;

  private Tsne() {}

  /** A map of the points: x, then y of each. */
  static double[][] map(float[][] points, RandomStream random) {
    int n = points.length;
    double[][] p = affinities(points);
    double[][] y = new double[2][n];
    double[][] step = new double[2][n];
    double[][] gain = new double[2][n];
    for (int d = 0; d < 2; d++) {
      Arrays.fill(gain[d], 1);
      for (int i = 0; i < n; i++) {
        y[d][i] = 1e-4 * random.nextNormal();
      }
    }
    double rate = Math.max(n / EXAGGERATION, 10);
    for (int t = 0; t < ITERATIONS; t++) {
      double[][] gradient = gradient(p, y, t < EXAGGERATED ? EXAGGERATION : 1);
      double momentum = t < EXAGGERATED ? 0.5 : 0.8;
      for (int d = 0; d < 2; d++) {
        for (int i = 0; i < n; i++) {
          boolean turned = gradient[d][i] > 0 == step[d][i] > 0;
          gain[d][i] = Math.max(turned ? gain[d][i] * 0.8 : gain[d][i] + 0.2, LEAST_GAIN);
          step[d][i] = momentum * step[d][i] - rate * gain[d][i] * gradient[d][i];
          y[d][i] += step[d][i];
        }
      }
    }
    return y;
  }

  private static double[][] gradient(double[][] p, double[][] y, double exaggeration) {
    int n = p.length;
    double[][] q = new double[n][n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double dx = y[0][i] - y[0][j];
        double dy = y[1][i] - y[1][j];
        q[i][j] = 1 / (1 + dx * dx + dy * dy);
        sum += 2 * q[i][j];
      }
    }
    double[][] gradient = new double[2][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double pull = 4 * (exaggeration * p[i][j] - q[i][j] / sum) * q[i][j];
        for (int d = 0; d < 2; d++) {
          double along = pull * (y[d][i] - y[d][j]);
          gradient[d][i] += along;
          gradient[d][j] -= along;
        }
      }
    }
    return gradient;
  }

  /** Joint probabilities whose rows had the wanted perplexity before they were made symmetric. */
  private static double[][] affinities(float[][] points) {
    int n = points.length;
    double[][] p = new double[n][];
    for (int i = 0; i < n; i++) {
      p[i] = row(points, i, Math.log(Math.min(PERPLEXITY, Math.max(2, (n - 1) / 3.0))));
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        p[i][j] = p[j][i] = Math.max((p[i][j] + p[j][i]) / (2 * n), 1e-12);
      }
    }
    return p;
  }

  /** Searches the width of the neighborhood that gives the wanted entropy. */
  private static double[] row(float[][] points, int i, double entropy) {
    double[] distances = new double[points.length];
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < points.length; j++) {
      distances[j] = LabeledPoints.squaredDistance(points[i], points[j]);
      nearest = j == i ? nearest : Math.min(nearest, distances[j]);
    }
    double[] row = new double[points.length];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = 1;
    for (int t = 0; t < 60; t++) {
      double sum = 0;
      double weighted = 0;
      for (int j = 0; j < row.length; j++) {
        row[j] = j == i ? 0 : Math.exp(-beta * (distances[j] - nearest));
        sum += row[j];
        weighted += row[j] * (distances[j] - nearest);
      }
      for (int j = 0; j < row.length; j++) {
        row[j] /= sum;
      }
      boolean tooWide = Math.log(sum) + beta * weighted / sum > entropy;
      low = tooWide ? beta : low;
      high = tooWide ? high : beta;
      beta = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
    }
    return row;
  }
}
