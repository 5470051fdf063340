package dev.glia.learners.validation;

import dev.glia.learners.classification.Classifier;
import dev.glia.learners.regression.Bias;
import dev.glia.learners.regression.LinearModel;
import dev.glia.learners.regression.NormalEquations;
import java.util.Arrays;
import java.util.List;

/** Predictions for samples that the predictor hasn't seen. */
public final class CrossValidation {
  private CrossValidation() {}

  /**
   * Classes of all samples, each told by the fit of the fold that tests it. Whatever depends on
   * data (standardization, choice of features) belongs into the learner.
   *
   * @return -1 where no fold tests a sample
   */
  public static int[] classify(
      double[][] x, int[] labels, List<Fold> folds, Classifier.Learner learner) {
    int[] predicted = new int[x.length];
    Arrays.fill(predicted, -1);
    for (Fold fold : folds) {
      Classifier fitted = learner.fit(Fold.rows(x, fold.train()), Fold.items(labels, fold.train()));
      for (int i : fold.test()) {
        predicted[i] = fitted.classify(x[i]);
      }
    }
    return predicted;
  }

  /**
   * The ridge penalty with the least squared error over the tests of all folds, the first in a tie.
   *
   * @param lambdas at least one
   */
  public static double bestLambda(
      double[][] x, double[][] y, double[] lambdas, Bias bias, List<Fold> folds) {
    double[] errors = new double[lambdas.length];
    for (Fold fold : folds) {
      NormalEquations sums = new NormalEquations(x[0].length, y[0].length);
      for (int i : fold.train()) {
        sums.add(x[i], y[i]);
      }
      for (int l = 0; l < lambdas.length; l++) {
        LinearModel model = sums.solve(lambdas[l], bias);
        for (int i : fold.test()) {
          double[] predicted = model.predict(x[i]);
          for (int k = 0; k < predicted.length; k++) {
            errors[l] += (predicted[k] - y[i][k]) * (predicted[k] - y[i][k]);
          }
        }
      }
    }
    int best = 0;
    for (int l = 1; l < lambdas.length; l++) {
      best = errors[l] < errors[best] ? l : best;
    }
    return lambdas[best];
  }
}
