package dev.glia.learners.regression;

import dev.glia.learners.internal.Dense;
import dev.glia.learners.internal.Shapes;

/**
 * {@code y = weights x + bias}. Arrays are not to be changed.
 *
 * @param weights a row an output: {@code weights[output][feature]}
 * @param bias one an output; zeros where none was fitted
 */
public record LinearModel(double[][] weights, double[] bias) {
  public LinearModel {
    Shapes.matrix("weights", weights);
    Shapes.vector("bias", bias, weights.length);
  }

  public int features() {
    return weights[0].length;
  }

  public int outputs() {
    return weights.length;
  }

  /** The outputs for one sample. */
  public double[] predict(double[] x) {
    if (x.length != features()) {
      throw new IllegalArgumentException(
          "a sample has " + x.length + " features, the model " + features());
    }
    double[] y = new double[outputs()];
    for (int k = 0; k < y.length; k++) {
      y[k] = bias[k] + Dense.dot(weights[k], x);
    }
    return y;
  }

  /** The outputs for many samples, a row each. */
  public double[][] predict(double[][] x) {
    double[][] y = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = predict(x[i]);
    }
    return y;
  }

  /** The output that is largest for a sample, the first in a tie: its class. */
  public int classify(double[] x) {
    double[] y = predict(x);
    int best = 0;
    for (int k = 1; k < y.length; k++) {
      best = y[k] > y[best] ? k : best;
    }
    return best;
  }

  /** The classes of many samples. */
  public int[] classify(double[][] x) {
    int[] classes = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      classes[i] = classify(x[i]);
    }
    return classes;
  }
}
