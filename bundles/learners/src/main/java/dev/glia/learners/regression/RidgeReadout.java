package dev.glia.learners.regression;

import dev.glia.learners.metrics.ClassMetrics;
import dev.glia.learners.projection.Standardization;
import java.util.Arrays;

/**
 * A linear readout of classes: ridge regression onto one-hot targets over standardized features.
 *
 * @param scale of the features
 * @param model one output a class
 * @param penalty that was chosen
 */
public record RidgeReadout(Standardization scale, LinearModel model, double penalty) {
  private static final double FLOOR = 1e-3;

  /**
   * Fits; of several penalties the one is taken that tells the last fifth of the samples best,
   * after fitting the others.
   *
   * @param x a row a sample, in random order, at least 5
   * @param labels from 0
   */
  public static RidgeReadout fit(double[][] x, int[] labels, double... penalties) {
    Standardization scale = Standardization.of(x, FLOOR);
    double[][] scaled = scale.apply(x);
    double[][] targets = new double[labels.length][1 + Arrays.stream(labels).max().orElseThrow()];
    for (int i = 0; i < labels.length; i++) {
      targets[i][labels[i]] = 1;
    }
    int fitted = x.length * 4 / 5;
    double[][] held = Arrays.copyOfRange(scaled, fitted, x.length);
    int[] heldLabels = Arrays.copyOfRange(labels, fitted, x.length);
    double best = penalties[0];
    double most = -1;
    for (double penalty : penalties) {
      LinearModel model =
          Ridge.fit(Arrays.copyOf(scaled, fitted), Arrays.copyOf(targets, fitted), penalty);
      double accuracy = ClassMetrics.accuracy(heldLabels, model.classify(held));
      if (accuracy > most) {
        most = accuracy;
        best = penalty;
      }
    }
    return new RidgeReadout(scale, Ridge.fit(scaled, targets, best), best);
  }

  /** The classes of samples, a row each. */
  public int[] classify(double[][] x) {
    return model.classify(scale.apply(x));
  }

  /** Share of samples that are told rightly. */
  public double accuracy(double[][] x, int[] labels) {
    return ClassMetrics.accuracy(labels, classify(x));
  }
}
