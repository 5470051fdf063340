package dev.glia.reservoir;

import dev.glia.learners.metrics.RegressionMetrics;
import dev.glia.learners.regression.Bias;
import dev.glia.learners.regression.LinearModel;
import dev.glia.learners.regression.NormalEquations;
import java.util.function.ToDoubleBiFunction;

/**
 * How a linear readout is trained and tested on a run of a reservoir: {@code washout} steps are let
 * go by, {@code train} steps are fitted by ridge regression, {@code test} steps are predicted.
 *
 * @param lambda penalty of the ridge, of the bias too
 */
public record Readout(int washout, int train, int test, double lambda) {
  public Readout {
    if (washout < 0 || train < 1 || test < 2) {
      throw new IllegalArgumentException(washout + ", " + train + ", " + test + " steps");
    }
  }

  /** Steps that a run must have. */
  public int steps() {
    return washout + train + test;
  }

  /**
   * Fits all outputs.
   *
   * @param rates a row a step, {@link #steps} of them
   * @param targets a row a step
   */
  public LinearModel fit(double[][] rates, double[][] targets) {
    if (rates.length < steps() || targets.length < steps()) {
      throw new IllegalArgumentException(
          "a run of " + Math.min(rates.length, targets.length) + " steps, wanted " + steps());
    }
    NormalEquations sums = new NormalEquations(rates[0].length, targets[0].length);
    for (int t = washout; t < washout + train; t++) {
      sums.add(rates[t], targets[t]);
    }
    return sums.solve(lambda, Bias.PENALIZED);
  }

  /** Error of each output on the test steps, in deviations of the target. */
  public double[] nrmse(double[][] rates, double[][] targets) {
    return score(rates, targets, RegressionMetrics::nrmse);
  }

  /**
   * Squared correlation of each output with its target on the test steps. With targets that are the
   * input of earlier steps, their sum is the memory capacity (Jaeger 2001, GMD report 152).
   */
  public double[] capacities(double[][] rates, double[][] targets) {
    return score(
        rates,
        targets,
        (wanted, said) -> {
          double r = RegressionMetrics.correlation(wanted, said);
          return Double.isNaN(r) ? 0 : r * r; // an output that doesn't vary knows nothing
        });
  }

  private double[] score(
      double[][] rates, double[][] targets, ToDoubleBiFunction<double[], double[]> of) {
    LinearModel model = fit(rates, targets);
    double[][] wanted = new double[model.outputs()][test];
    double[][] said = new double[model.outputs()][test];
    for (int t = 0; t < test; t++) {
      double[] predicted = model.predict(rates[washout + train + t]);
      for (int k = 0; k < predicted.length; k++) {
        said[k][t] = predicted[k];
        wanted[k][t] = targets[washout + train + t][k];
      }
    }
    double[] scores = new double[model.outputs()];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = of.applyAsDouble(wanted[k], said[k]);
    }
    return scores;
  }

  /** Mean rate of each unit over the test steps. */
  public double[] meanRates(double[][] rates) {
    double[] means = new double[rates[0].length];
    for (int t = washout + train; t < steps(); t++) {
      for (int i = 0; i < means.length; i++) {
        means[i] += rates[t][i] / test;
      }
    }
    return means;
  }
}
