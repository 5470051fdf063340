package dev.glia.learners.contrastive;

/**
 * The loss of a batch of pairs: {@code L = E1 E2ᵀ / τ}, and the mean of the cross-entropies of rows
 * and of columns with targets that sum up to 1.
 *
 * @param value of the loss
 * @param ofFirst its gradient with respect to E1
 * @param ofSecond its gradient with respect to E2
 */
record SymmetricCrossEntropy(double value, double[][] ofFirst, double[][] ofSecond) {
  /** What each item of a batch should be similar to. */
  interface Targets {
    /** Row-normalised, {@code batch × batch}; constants as far as the gradient is concerned. */
    double[][] of(double[][] first, double[][] second);
  }

  /** Pairs of the same class, in equal shares. */
  static Targets sameClass(int[] labels) {
    return (first, second) -> {
      double[][] targets = new double[labels.length][labels.length];
      for (int i = 0; i < labels.length; i++) {
        int count = 0;
        for (int label : labels) {
          count += label == labels[i] ? 1 : 0;
        }
        for (int j = 0; j < labels.length; j++) {
          targets[i][j] = labels[i] == labels[j] ? 1.0 / count : 0;
        }
      }
      return targets;
    };
  }

  /** {@code softmax(τ (E1 E1ᵀ + E2 E2ᵀ) / 2)}: without labels. */
  static Targets self(double temperature) {
    return (first, second) -> {
      double[][] targets = new double[first.length][first.length];
      for (int i = 0; i < first.length; i++) {
        for (int j = 0; j < first.length; j++) {
          double alike = dot(first[i], first[j]) + dot(second[i], second[j]);
          targets[i][j] = temperature * alike / 2;
        }
        softmax(targets[i]);
      }
      return targets;
    };
  }

  static SymmetricCrossEntropy of(
      double[][] first, double[][] second, double temperature, Targets wanted) {
    int n = first.length;
    double[][] targets = wanted.of(first, second);
    double[][] rows = new double[n][n];
    double[][] columns = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = dot(first[i], second[j]) / temperature;
        columns[j][i] = rows[i][j];
      }
    }
    double loss = 0;
    for (int i = 0; i < n; i++) {
      softmax(rows[i]);
      softmax(columns[i]);
      for (int j = 0; j < n; j++) {
        if (targets[i][j] > 0) {
          loss -= targets[i][j] * (Math.log(rows[i][j]) + Math.log(columns[i][j])) / (2.0 * n);
        }
      }
    }
    int width = first[0].length;
    double[][] ofFirst = new double[n][width];
    double[][] ofSecond = new double[n][width];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double error = rows[i][j] - targets[i][j] + columns[j][i] - targets[j][i];
        double ofLogit = error / (2.0 * n * temperature);
        for (int k = 0; k < width; k++) {
          ofFirst[i][k] += ofLogit * second[j][k];
          ofSecond[j][k] += ofLogit * first[i][k];
        }
      }
    }
    return new SymmetricCrossEntropy(loss, ofFirst, ofSecond);
  }

  private static void softmax(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      most = Math.max(most, value);
    }
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.exp(values[k] - most);
      sum += values[k];
    }
    for (int k = 0; k < values.length; k++) {
      values[k] /= sum;
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
