package dev.glia.learners.classification;

/** A fitted classifier. Immutable. */
@FunctionalInterface
public interface Classifier {
  /** The class of a sample, from 0. */
  int classify(double[] x);

  /** The classes of many samples. */
  default int[] classify(double[][] x) {
    int[] classes = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      classes[i] = classify(x[i]);
    }
    return classes;
  }

  /** Fits a classifier; the same for the same data. */
  @FunctionalInterface
  interface Learner {
    /**
     * Fits.
     *
     * @param x a row a sample
     * @param labels one a sample, from 0
     */
    Classifier fit(double[][] x, int[] labels);
  }
}
