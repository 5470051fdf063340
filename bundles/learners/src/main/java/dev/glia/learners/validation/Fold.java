package dev.glia.learners.validation;

/**
 * One partition of samples; indices ascend.
 *
 * @param train to be fitted on
 * @param test to be judged on; none of them is in {@code train}
 */
public record Fold(int[] train, int[] test) {
  /** Rows of an array at some indices. */
  public static double[][] rows(double[][] of, int[] at) {
    double[][] rows = new double[at.length][];
    for (int i = 0; i < at.length; i++) {
      rows[i] = of[at[i]];
    }
    return rows;
  }

  /** Numbers of an array at some indices. */
  public static int[] items(int[] of, int[] at) {
    int[] items = new int[at.length];
    for (int i = 0; i < at.length; i++) {
      items[i] = of[at[i]];
    }
    return items;
  }
}
