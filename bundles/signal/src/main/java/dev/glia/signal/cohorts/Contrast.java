package dev.glia.signal.cohorts;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.classification.LogisticRegression;
import dev.glia.learners.metrics.ClassMetrics;
import dev.glia.learners.projection.Standardization;
import dev.glia.learners.regression.LinearModel;
import dev.glia.learners.validation.Fold;
import dev.glia.learners.validation.Folds;
import dev.glia.learners.validation.PermutationTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two groups of sessions told apart by logistic regression on epochs, whose features are means over
 * channels. Whoever is tested, all sessions of that subject were left out of training; a session's
 * score is the mean over its epochs.
 */
public final class Contrast {
  /** Of two classes' opposite weights: a price of 1 on a binary model's. */
  static final double LAMBDA = 2;

  private static final int EPOCHS = 15;

  private final List<Session> sessions;
  private final int[] labels; // of sessions
  private final int[] groups;

  /** Of the sessions of two states; those of the second are positive. */
  public Contrast(List<Session> all, String first, String second) {
    sessions =
        all.stream().filter(s -> s.state().equals(first) || s.state().equals(second)).toList();
    labels = sessions.stream().mapToInt(s -> s.state().equals(second) ? 1 : 0).toArray();
    groups = sessions.stream().mapToInt(Session::subject).toArray();
  }

  /** How well sessions were told, and their scores: above 0 says the second state. */
  public record Result(double accuracy, double auc, boolean[] positive, double[] scores) {
    /** False positives, true positives, as the threshold falls: the receiver's curve. */
    public double[][] curve() {
      int n = scores.length;
      List<Integer> order =
          IntStream.range(0, n)
              .boxed()
              .sorted((a, b) -> Double.compare(scores[b], scores[a]))
              .toList();
      double[][] curve = new double[2][n + 1];
      for (int i = 0; i < n; i++) {
        curve[0][i + 1] = curve[0][i] + (positive[order.get(i)] ? 0 : 1);
        curve[1][i + 1] = curve[1][i] + (positive[order.get(i)] ? 1 : 0);
      }
      for (double[] counts : curve) {
        double all = counts[n];
        for (int i = 0; i <= n; i++) {
          counts[i] /= all;
        }
      }
      return curve;
    }
  }

  /** With some features. */
  public Result judge(int... features) {
    return judge(features, labels);
  }

  /**
   * Accuracy with labels dealt out anew: between the sessions of a subject, or between subjects.
   */
  public double shuffled(int[] features, RandomStream random) {
    boolean paired = IntStream.of(groups).distinct().count() < groups.length;
    int[] dealt = labels.clone();
    if (paired) {
      for (int i = 0; i + 1 < dealt.length; i += 2) {
        boolean swap = random.nextDouble() < 0.5;
        dealt[i] = swap ? 1 - labels[i] : labels[i];
        dealt[i + 1] = 1 - dealt[i];
      }
    } else {
      dealt = PermutationTest.shuffled(labels, random);
    }
    return judge(features, dealt).accuracy();
  }

  /**
   * Mean accuracy over draws of so many of some features.
   *
   * @param kept 1 to all of them
   */
  public double ablated(int[] features, int kept, int draws, RandomStream random) {
    double sum = 0;
    for (int d = 0; d < draws; d++) {
      int[] order = features.clone();
      for (int j = 0; j < kept; j++) {
        int other = j + random.nextInt(order.length - j);
        int held = order[j];
        order[j] = order[other];
        order[other] = held;
      }
      sum += judge(Arrays.copyOf(order, kept)).accuracy() / draws;
    }
    return sum;
  }

  /**
   * With a {@link ChannelTransformer} on all channels' features, trained for 15 epochs.
   *
   * @param random for its start, its batches and what it drops
   */
  public Result attend(int[] features, RandomStream random) {
    double[][][][] x = new double[sessions.size()][][][];
    for (int s = 0; s < x.length; s++) {
      x[s] = sessions.get(s).select(features);
    }
    double[] scores = new double[x.length];
    for (Fold fold : Folds.leaveOneGroupOut(groups)) {
      double[][][] train =
          IntStream.of(fold.train())
              .boxed()
              .flatMap(s -> Arrays.stream(x[s]))
              .toArray(double[][][]::new);
      Standardization scale =
          Standardization.of(Arrays.stream(train).flatMap(Arrays::stream).toArray(double[][]::new));
      for (int e = 0; e < train.length; e++) {
        train[e] = scale.apply(train[e]);
      }
      ChannelTransformer network =
          ChannelTransformer.fit(train, spread(fold.train(), labels), EPOCHS, random);
      for (int s : fold.test()) {
        for (double[][] epoch : x[s]) {
          scores[s] += network.logit(scale.apply(epoch)) / x[s].length;
        }
      }
    }
    return result(scores, labels);
  }

  /** A session's label for each of its epochs. */
  private int[] spread(int[] of, int[] wanted) {
    return IntStream.of(of)
        .flatMap(s -> IntStream.generate(() -> wanted[s]).limit(sessions.get(s).epochs()))
        .toArray();
  }

  private Result judge(int[] features, int[] wanted) {
    double[][][] x = new double[sessions.size()][][];
    for (int s = 0; s < x.length; s++) {
      x[s] = sessions.get(s).means(features);
    }
    double[] scores = new double[x.length];
    for (Fold fold : Folds.leaveOneGroupOut(groups)) {
      double[][] train =
          IntStream.of(fold.train())
              .boxed()
              .flatMap(s -> Arrays.stream(x[s]))
              .toArray(double[][]::new);
      Standardization scale = Standardization.of(train);
      LinearModel model =
          LogisticRegression.fit(scale.apply(train), spread(fold.train(), wanted), LAMBDA).scores();
      for (int s : fold.test()) {
        double[][] y = model.predict(scale.apply(x[s]));
        for (double[] each : y) {
          scores[s] += (each[1] - each[0]) / y.length;
        }
      }
    }
    return result(scores, wanted);
  }

  private static Result result(double[] scores, int[] wanted) {
    boolean[] positive = new boolean[scores.length];
    int[] told = new int[scores.length];
    for (int s = 0; s < scores.length; s++) {
      positive[s] = wanted[s] == 1;
      told[s] = scores[s] > 0 ? 1 : 0;
    }
    return new Result(
        ClassMetrics.accuracy(wanted, told), ClassMetrics.auc(positive, scores), positive, scores);
  }
}
