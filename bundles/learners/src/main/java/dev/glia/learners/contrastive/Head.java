package dev.glia.learners.contrastive;

import dev.glia.api.random.RandomStream;

/** One linear layer with GELU and unit length: {@code e = g/|g|, g = GELU(xA + b)}. */
final class Head {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;
  private static final double LEAST_LENGTH = 1e-12;

  final int inputs;
  final int outputs;

  /** The weights row by row, an input a row, then the bias. */
  final double[] parameters;

  /** Weights are drawn with variance 1 / inputs; the bias is 0. */
  Head(int inputs, int outputs, RandomStream random) {
    this.inputs = inputs;
    this.outputs = outputs;
    parameters = new double[inputs * outputs + outputs];
    for (int k = 0; k < inputs * outputs; k++) {
      parameters[k] = random.nextNormal() / Math.sqrt(inputs);
    }
  }

  /** What {@link #backward} needs of a forward pass. */
  record Pass(double[][] x, double[][] sums, double[][] active, double[] length, double[][] unit) {}

  Pass forward(double[][] x) {
    double[][] sums = new double[x.length][outputs];
    double[][] active = new double[x.length][outputs];
    double[][] unit = new double[x.length][outputs];
    double[] length = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      System.arraycopy(parameters, inputs * outputs, sums[i], 0, outputs);
      for (int k = 0; k < inputs; k++) {
        double value = x[i][k];
        for (int j = 0; j < outputs; j++) {
          sums[i][j] += value * parameters[k * outputs + j];
        }
      }
      double squares = 0;
      for (int j = 0; j < outputs; j++) {
        active[i][j] = gelu(sums[i][j]);
        squares += active[i][j] * active[i][j];
      }
      length[i] = Math.max(Math.sqrt(squares), LEAST_LENGTH);
      for (int j = 0; j < outputs; j++) {
        unit[i][j] = active[i][j] / length[i];
      }
    }
    return new Pass(x, sums, active, length, unit);
  }

  /** The gradient of the parameters, from that of the unit vectors. */
  double[] backward(Pass pass, double[][] ofUnit) {
    double[] gradient = new double[parameters.length];
    double[] ofSum = new double[outputs];
    for (int i = 0; i < ofUnit.length; i++) {
      double along = 0;
      for (int j = 0; j < outputs; j++) {
        along += ofUnit[i][j] * pass.unit[i][j];
      }
      for (int j = 0; j < outputs; j++) {
        double ofActive = (ofUnit[i][j] - along * pass.unit[i][j]) / pass.length[i];
        ofSum[j] = ofActive * slope(pass.sums[i][j]);
        gradient[inputs * outputs + j] += ofSum[j];
      }
      for (int k = 0; k < inputs; k++) {
        double value = pass.x[i][k];
        for (int j = 0; j < outputs; j++) {
          gradient[k * outputs + j] += value * ofSum[j];
        }
      }
    }
    return gradient;
  }

  /** In the form with a hyperbolic tangent (Hendrycks and Gimpel 2016, arXiv:1606.08415). */
  static double gelu(double x) {
    return 0.5 * x * (1 + Math.tanh(SQRT_2_OVER_PI * (x + CUBIC * x * x * x)));
  }

  private static double slope(double x) {
    double t = Math.tanh(SQRT_2_OVER_PI * (x + CUBIC * x * x * x));
    return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * SQRT_2_OVER_PI * (1 + 3 * CUBIC * x * x);
  }
}
