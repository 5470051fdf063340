package dev.glia.signal.cohorts;

import dev.glia.api.random.RandomStream;
import java.util.List;

/** Layers of a network, forth and back, on matrices that are rows of tokens. */
final class Layers {
  private Layers() {}

  /** {@code x W + b}. */
  record Linear(Parameter weights, Parameter bias, int in, int out) {
    static Linear of(int in, int out, RandomStream random) {
      double bound = 1 / Math.sqrt(in);
      return new Linear(
          Parameter.uniform(in * out, bound, random),
          Parameter.uniform(out, bound, random),
          in,
          out);
    }

    List<Parameter> parameters() {
      return List.of(weights, bias);
    }

    double[][] forward(double[][] x) {
      double[][] y = new double[x.length][];
      for (int t = 0; t < x.length; t++) {
        double[] row = bias.value.clone();
        for (int i = 0; i < in; i++) {
          double factor = x[t][i];
          int at = i * out;
          for (int o = 0; o < out; o++) {
            row[o] += factor * weights.value[at + o];
          }
        }
        y[t] = row;
      }
      return y;
    }

    /** Adds to the gradients; returns that of the input. */
    double[][] backward(double[][] x, double[][] dy) {
      double[][] dx = new double[x.length][in];
      for (int t = 0; t < x.length; t++) {
        double[] row = dy[t];
        for (int o = 0; o < out; o++) {
          bias.gradient[o] += row[o];
        }
        for (int i = 0; i < in; i++) {
          double factor = x[t][i];
          int at = i * out;
          double sum = 0;
          for (int o = 0; o < out; o++) {
            weights.gradient[at + o] += factor * row[o];
            sum += weights.value[at + o] * row[o];
          }
          dx[t][i] = sum;
        }
      }
      return dx;
    }
  }

  /** Each row without its mean and of variance 1, times a gain, plus an offset. */
  record Norm(Parameter gain, Parameter offset) {
    private static final double SMALL = 1e-5;

    static Norm of(int size) {
      return new Norm(new Parameter(size, 1), new Parameter(size, 0));
    }

    List<Parameter> parameters() {
      return List.of(gain, offset);
    }

    private static double[] standard(double[] row) {
      double mean = 0;
      for (double value : row) {
        mean += value / row.length;
      }
      double square = 0;
      for (double value : row) {
        square += (value - mean) * (value - mean) / row.length;
      }
      double scale = 1 / Math.sqrt(square + SMALL);
      double[] standard = new double[row.length + 1];
      for (int i = 0; i < row.length; i++) {
        standard[i] = (row[i] - mean) * scale;
      }
      standard[row.length] = scale; // kept behind, for the way back
      return standard;
    }

    double[][] forward(double[][] x) {
      double[][] y = new double[x.length][x[0].length];
      for (int t = 0; t < x.length; t++) {
        double[] standard = standard(x[t]);
        for (int i = 0; i < y[t].length; i++) {
          y[t][i] = gain.value[i] * standard[i] + offset.value[i];
        }
      }
      return y;
    }

    double[][] backward(double[][] x, double[][] dy) {
      int n = x[0].length;
      double[][] dx = new double[x.length][n];
      for (int t = 0; t < x.length; t++) {
        double[] standard = standard(x[t]);
        double sum = 0;
        double along = 0;
        for (int i = 0; i < n; i++) {
          double d = dy[t][i] * gain.value[i];
          gain.gradient[i] += dy[t][i] * standard[i];
          offset.gradient[i] += dy[t][i];
          sum += d / n;
          along += d * standard[i] / n;
        }
        for (int i = 0; i < n; i++) {
          dx[t][i] = standard[n] * (dy[t][i] * gain.value[i] - sum - standard[i] * along);
        }
      }
      return dx;
    }
  }

  /** Which values are kept, each scaled up by how few are; all ones where nothing is dropped. */
  static double[][] mask(int rows, int columns, double dropped, RandomStream random) {
    double[][] mask = new double[rows][columns];
    for (double[] row : mask) {
      for (int i = 0; i < columns; i++) {
        boolean kept = dropped == 0 || random.nextDouble() >= dropped;
        row[i] = kept ? 1 / (1 - dropped) : 0;
      }
    }
    return mask;
  }

  static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a[0].length];
    for (int t = 0; t < a.length; t++) {
      for (int i = 0; i < a[t].length; i++) {
        product[t][i] = a[t][i] * b[t][i];
      }
    }
    return product;
  }

  static double[][] plus(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int t = 0; t < a.length; t++) {
      for (int i = 0; i < a[t].length; i++) {
        sum[t][i] = a[t][i] + b[t][i];
      }
    }
    return sum;
  }
}
