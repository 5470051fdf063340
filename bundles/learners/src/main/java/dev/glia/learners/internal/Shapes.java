package dev.glia.learners.internal;

/** Refuses data of the wrong shape before anything is computed. */
public final class Shapes {
  private Shapes() {}

  /**
   * Rows of one length, at least one of each, all finite.
   *
   * @return their length
   * @throws IllegalArgumentException naming the row that doesn't fit
   */
  public static int matrix(String name, double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException(name + " is empty");
    }
    for (int i = 0; i < rows.length; i++) {
      vector(name + "[" + i + "]", rows[i], rows[0].length);
    }
    return rows[0].length;
  }

  /** Finite numbers, as many as wanted. */
  public static void vector(String name, double[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          name + " has " + values.length + " numbers, wanted " + length);
    }
    for (int j = 0; j < length; j++) {
      if (!Double.isFinite(values[j])) {
        throw new IllegalArgumentException(name + "[" + j + "] is " + values[j]);
      }
    }
  }

  /** As many as there are samples. */
  public static void samples(String name, int given, int wanted) {
    if (given != wanted) {
      throw new IllegalArgumentException(name + " has " + given + " samples, x has " + wanted);
    }
  }

  /**
   * Labels from 0.
   *
   * @return the number of classes: the largest label and one
   */
  public static int classes(int[] labels) {
    int classes = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new IllegalArgumentException("label " + i + " is " + labels[i] + ", below 0");
      }
      classes = Math.max(classes, labels[i] + 1);
    }
    return classes;
  }
}
