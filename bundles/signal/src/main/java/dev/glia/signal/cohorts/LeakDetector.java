package dev.glia.signal.cohorts;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.classification.Classifier;
import dev.glia.learners.classification.LogisticRegression;
import dev.glia.learners.metrics.ClassMetrics;
import dev.glia.learners.projection.Standardization;
import dev.glia.learners.validation.CrossValidation;
import dev.glia.learners.validation.Folds;
import dev.glia.learners.validation.PermutationTest;
import java.util.List;

/**
 * How well labels that mean nothing seem to be told. They're dealt to subjects of one group, half
 * and half; whoever has epochs of a subject on both sides of a split tells the subject, and so its
 * label.
 *
 * @param mixed accuracy where epochs are dealt to eight folds, whosever they are
 * @param apart accuracy where each subject is left out as a whole: chance
 */
public record LeakDetector(double mixed, double apart) {
  private static final int FOLDS = 8;

  /**
   * Measures.
   *
   * @param sessions one a subject, of one group
   * @param features to tell by
   * @param draws of labels, over which accuracies are averaged
   */
  public static LeakDetector of(
      List<Session> sessions, int[] features, int draws, RandomStream random) {
    int[] subjects =
        sessions.stream()
            .flatMapToInt(s -> java.util.stream.IntStream.generate(s::subject).limit(s.epochs()))
            .toArray();
    double[][] x =
        sessions.stream()
            .flatMap(s -> java.util.Arrays.stream(s.means(features)))
            .toArray(double[][]::new);
    double mixed = 0;
    double apart = 0;
    for (int i = 0; i < draws; i++) {
      int[] labels = labels(sessions, x.length, random);
      int[] told =
          CrossValidation.classify(
              x, labels, Folds.random(x.length, FOLDS, random), LeakDetector::fit);
      mixed += ClassMetrics.accuracy(labels, told) / draws;
      told =
          CrossValidation.classify(x, labels, Folds.leaveOneGroupOut(subjects), LeakDetector::fit);
      apart += ClassMetrics.accuracy(labels, told) / draws;
    }
    return new LeakDetector(mixed, apart);
  }

  private static int[] labels(List<Session> sessions, int length, RandomStream random) {
    int[] halves = new int[sessions.size()];
    for (int s = 0; s < halves.length; s++) {
      halves[s] = s % 2;
    }
    int[] dealt = PermutationTest.shuffled(halves, random);
    int[] labels = new int[length];
    int at = 0;
    for (int s = 0; s < dealt.length; s++) {
      for (int e = 0; e < sessions.get(s).epochs(); e++) {
        labels[at++] = dealt[s];
      }
    }
    return labels;
  }

  private static Classifier fit(double[][] x, int[] labels) {
    Standardization scale = Standardization.of(x);
    LogisticRegression fitted = LogisticRegression.fit(scale.apply(x), labels, Contrast.LAMBDA);
    return sample -> fitted.classify(scale.apply(new double[][] {sample})[0]);
  }
}
