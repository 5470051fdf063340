package dev.glia.learners.validation;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * How often chance does as well. Sampled p-values are {@code (1 + count)/(1 + draws)}, never 0
 * (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585).
 */
public final class PermutationTest {
  private static final int EXACT = 16;

  private PermutationTest() {}

  /**
   * Whether labels matter: the share of shuffled labels that score as high as those given.
   *
   * @param score of labels, high for a strong effect
   */
  public static double ofLabels(
      int[] labels, ToDoubleFunction<int[]> score, int draws, RandomStream random) {
    double observed = score.applyAsDouble(labels.clone());
    int count = 0;
    for (int d = 0; d < draws; d++) {
      count += score.applyAsDouble(shuffled(labels, random)) >= observed ? 1 : 0;
    }
    return (1.0 + count) / (1.0 + draws);
  }

  /** The labels in another order. */
  public static int[] shuffled(int[] labels, RandomStream random) {
    return Fold.items(labels, Folds.shuffled(labels.length, random));
  }

  /**
   * The labels of groups exchanged: samples of a group keep one label, as those of a subject must.
   *
   * @throws IllegalArgumentException if a group has samples with different labels
   */
  public static int[] shuffledByGroup(int[] labels, int[] groups, RandomStream random) {
    int[] distinct = Arrays.stream(groups).distinct().toArray();
    int[] ofGroup = new int[distinct.length];
    Arrays.fill(ofGroup, -1);
    int[] at = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      while (distinct[at[i]] != groups[i]) {
        at[i]++;
      }
      if (ofGroup[at[i]] >= 0 && ofGroup[at[i]] != labels[i]) {
        throw new IllegalArgumentException("group " + groups[i] + " has several labels");
      }
      ofGroup[at[i]] = labels[i];
    }
    return Fold.items(shuffled(ofGroup, random), at);
  }

  /**
   * Whether paired differences lie around 0: two-sided, over signs. All of them up to 16 pairs, so
   * the p-value is exact and {@code random} isn't asked; else a sample.
   */
  public static double ofSigns(double[] differences, int draws, RandomStream random) {
    double observed = Math.abs(sum(differences, i -> false)) * (1 - 1e-12);
    if (differences.length <= EXACT) {
      int all = 1 << differences.length;
      int count = 0;
      for (int signs = 0; signs < all; signs++) {
        int mask = signs;
        count += Math.abs(sum(differences, i -> (mask >> i & 1) == 1)) >= observed ? 1 : 0;
      }
      return (double) count / all;
    }
    int count = 0;
    for (int d = 0; d < draws; d++) {
      count += Math.abs(sum(differences, i -> random.nextInt() < 0)) >= observed ? 1 : 0;
    }
    return (1.0 + count) / (1.0 + draws);
  }

  /** Whether two samples have different means: two-sided, over who belongs to which. */
  public static double ofMeans(double[] a, double[] b, int draws, RandomStream random) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    int[] labels = new int[all.length];
    Arrays.fill(labels, a.length, all.length, 1);
    return ofLabels(
        labels,
        given -> {
          double[] sums = new double[2];
          for (int i = 0; i < given.length; i++) {
            sums[given[i]] += all[i];
          }
          // Rounded, so that another order of the same sum isn't taken for another sum.
          return (float) Math.abs(sums[0] / a.length - sums[1] / b.length);
        },
        draws,
        random);
  }

  private static double sum(double[] values, IntPredicate negative) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += negative.test(i) ? -values[i] : values[i];
    }
    return sum;
  }
}
