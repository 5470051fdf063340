package dev.glia.learners.classification;

import dev.glia.learners.internal.Minimizer;
import dev.glia.learners.internal.Shapes;
import dev.glia.learners.regression.LinearModel;

/**
 * Multinomial logistic regression with a price on large weights. Immutable.
 *
 * <p>Finds weights W and biases b with least {@code -Σ log p(label) + λ/2 |W|²}, where {@code p =
 * softmax(Wx + b)}; biases cost nothing. (λ is 1/C of scikit-learn.) With two classes and λ > 0,
 * the two rows of W are opposite, and the odds are those of a binary model with penalty λ/2. The
 * minimum is found by L-BFGS (Nocedal and Wright 2006, algorithm 7.5), down to a gradient of 1e-7
 * of the samples' number or to where rounding ends it.
 */
public final class LogisticRegression implements Classifier {
  private final LinearModel scores;

  private LogisticRegression(LinearModel scores) {
    this.scores = scores;
  }

  /**
   * Fits.
   *
   * @param x a row a sample, about of unit scale
   * @param labels from 0; classes without samples get no chance
   * @param lambda 0 or more; with 0, separable classes have no minimum, and the fit stops when the
   *     loss is next to nothing
   * @throws IllegalArgumentException if shapes don't fit
   */
  public static LogisticRegression fit(double[][] x, int[] labels, double lambda) {
    Shapes.samples("labels", labels.length, x.length);
    int features = Shapes.matrix("x", x);
    int classes = Shapes.classes(labels);
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException("lambda is 0 or more, given " + lambda);
    }
    Loss loss = new Loss(x, labels, classes, lambda);
    double[] found =
        Minimizer.minimize(new double[classes * (features + 1)], loss, 1e-7 * x.length);
    double[][] weights = new double[classes][features];
    double[] bias = new double[classes];
    for (int k = 0; k < classes; k++) {
      System.arraycopy(found, k * (features + 1), weights[k], 0, features);
      bias[k] = found[k * (features + 1) + features];
    }
    return new LogisticRegression(new LinearModel(weights, bias));
  }

  /** Negative log likelihood and penalty; parameters are rows of weights, each with its bias. */
  private record Loss(double[][] x, int[] labels, int classes, double lambda)
      implements Minimizer.Objective {
    @Override
    public double at(double[] point, double[] gradient) {
      int features = x[0].length;
      int row = features + 1;
      double loss = 0;
      double[] p = new double[classes];
      for (int k = 0; k < classes; k++) {
        gradient[k * row + features] = 0;
        for (int j = k * row; j < k * row + features; j++) {
          loss += lambda / 2 * point[j] * point[j];
          gradient[j] = lambda * point[j];
        }
      }
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < classes; k++) {
          p[k] = point[k * row + features];
          for (int j = 0; j < features; j++) {
            p[k] += point[k * row + j] * x[i][j];
          }
        }
        double own = p[labels[i]];
        loss += softmax(p) - own;
        p[labels[i]] -= 1;
        for (int k = 0; k < classes; k++) {
          for (int j = 0; j < features; j++) {
            gradient[k * row + j] += p[k] * x[i][j];
          }
          gradient[k * row + features] += p[k];
        }
      }
      return loss;
    }
  }

  /** Replaces scores by probabilities; returns the logarithm of their sum. */
  private static double softmax(double[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = StrictMath.exp(scores[k] - largest);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
    return largest + StrictMath.log(sum);
  }

  /** What the probabilities are the softmax of. */
  public LinearModel scores() {
    return scores;
  }

  /** Probability of each class for a sample. */
  public double[] probabilities(double[] x) {
    double[] p = scores.predict(x);
    softmax(p);
    return p;
  }

  @Override
  public int classify(double[] x) {
    return scores.classify(x);
  }
}
