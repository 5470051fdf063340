package dev.glia.learners.regression;

import dev.glia.learners.internal.Dense;
import dev.glia.learners.internal.Shapes;
import java.util.Arrays;

/**
 * Ridge regression that learns from one sample after the other (recursive least squares; with
 * forgetting, Haykin, Adaptive Filter Theory, chapter 10; the readout rule of FORCE, Sussillo and
 * Abbott 2009, doi:10.1016/j.neuron.2009.07.018).
 *
 * <p>After any number of samples without forgetting, the weights are those of {@link Ridge} with
 * penalty {@code λ} and {@link Bias#PENALIZED} or {@link Bias#NONE}. A sample costs the square of
 * the features. Not safe for use by several threads.
 */
public final class RecursiveLeastSquares {
  private final int features;
  private final int width;
  private final double forgetting;
  private final double lambda;
  private final double[][] inverse; // of the sum of squares and penalty
  private final double[][] weights;
  private final double[] input;
  private final double[] gain;

  /**
   * Starts with weights of 0.
   *
   * @param bias {@link Bias#FREE} isn't to be had
   * @param lambda positive penalty; 1 over FORCE's {@code P(0)}
   * @param forgetting what is left of a sample's weight after the next one, in (0, 1]; 1 forgets
   *     nothing
   */
  public RecursiveLeastSquares(
      int features, int outputs, Bias bias, double lambda, double forgetting) {
    if (features < 1 || outputs < 1 || bias == Bias.FREE) {
      throw new IllegalArgumentException(
          features + " features, " + outputs + " outputs, bias " + bias);
    }
    if (!(lambda > 0) || Double.isInfinite(lambda) || !(forgetting > 0 && forgetting <= 1)) {
      throw new IllegalArgumentException("lambda " + lambda + ", forgetting " + forgetting);
    }
    this.features = features;
    width = features + (bias == Bias.NONE ? 0 : 1);
    this.forgetting = forgetting;
    this.lambda = lambda;
    inverse = new double[width][width];
    weights = new double[outputs][width];
    input = new double[width];
    Arrays.fill(input, 1);
    gain = new double[width];
    reset();
  }

  /** Forgets how sure it is, not what it has learned: the weights stay. */
  public void reset() {
    for (int i = 0; i < width; i++) {
      Arrays.fill(inverse[i], 0);
      inverse[i][i] = 1 / lambda;
    }
  }

  /**
   * Learns a sample.
   *
   * @return the errors {@code y - prediction} before
   */
  public double[] update(double[] x, double[] y) {
    Shapes.vector("y", y, weights.length);
    double[] error = predict(x);
    double scale = forgetting;
    for (int i = 0; i < width; i++) {
      gain[i] = Dense.dot(inverse[i], input);
    }
    scale += Dense.dot(gain, input);
    for (int k = 0; k < weights.length; k++) {
      error[k] = y[k] - error[k];
      double step = error[k] / scale;
      for (int i = 0; i < width; i++) {
        weights[k][i] += step * gain[i];
      }
    }
    for (int i = 0; i < width; i++) {
      double[] row = inverse[i];
      double share = gain[i] / scale;
      for (int j = 0; j < width; j++) {
        row[j] = (row[j] - share * gain[j]) / forgetting;
      }
    }
    return error;
  }

  /** The outputs for a sample. */
  public double[] predict(double[] x) {
    Shapes.vector("x", x, features);
    System.arraycopy(x, 0, input, 0, features);
    double[] y = new double[weights.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = Dense.dot(weights[k], input);
    }
    return y;
  }

  /** What has been learned so far, a copy. */
  public LinearModel model() {
    double[][] copy = new double[weights.length][];
    double[] bias = new double[weights.length];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = Arrays.copyOf(weights[k], features);
      bias[k] = width > features ? weights[k][features] : 0;
    }
    return new LinearModel(copy, bias);
  }
}
