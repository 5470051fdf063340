package dev.glia.learners.metrics;

import dev.glia.learners.internal.Shapes;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How well classes were told. Labels count from 0; a prediction of -1 is no answer, and wrong. */
public final class ClassMetrics {
  private ClassMetrics() {}

  /** Share of samples that were told rightly. */
  public static double accuracy(int[] labels, int[] predicted) {
    same(labels.length, predicted.length);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += labels[i] == predicted[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** Mean over the classes that occur of the share told rightly; chance is 1 over their number. */
  public static double balancedAccuracy(int[] labels, int[] predicted) {
    same(labels.length, predicted.length);
    int classes = Shapes.classes(labels);
    int[] right = new int[classes];
    int[] all = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      all[labels[i]]++;
      right[labels[i]] += labels[i] == predicted[i] ? 1 : 0;
    }
    return IntStream.range(0, classes)
        .filter(k -> all[k] > 0)
        .mapToDouble(k -> (double) right[k] / all[k])
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Samples by their class and what was predicted.
   *
   * @return a row a class; the last column counts those without an answer
   */
  public static int[][] confusion(int[] labels, int[] predicted) {
    same(labels.length, predicted.length);
    int classes = Math.max(Shapes.classes(labels), 1 + Arrays.stream(predicted).max().orElse(-1));
    int[][] counts = new int[classes][classes + 1];
    for (int i = 0; i < labels.length; i++) {
      counts[labels[i]][predicted[i] < 0 ? classes : predicted[i]]++;
    }
    return counts;
  }

  /**
   * Area under the receiver's curve: the chance that a positive sample scores above a negative one,
   * ties counting half (Mann and Whitney's U).
   *
   * @return NaN if one of the two kinds is missing
   */
  public static double auc(boolean[] positive, double[] scores) {
    same(positive.length, scores.length);
    double[] ranks = Ranks.of(scores);
    double sum = 0;
    long positives = 0;
    for (int i = 0; i < positive.length; i++) {
      sum += positive[i] ? ranks[i] : 0;
      positives += positive[i] ? 1 : 0;
    }
    long negatives = positive.length - positives;
    return (sum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  private static void same(int labels, int predictions) {
    if (labels != predictions || labels == 0) {
      throw new IllegalArgumentException(labels + " labels, " + predictions + " predictions");
    }
  }
}
