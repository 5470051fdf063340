package dev.glia.learners;

/** Data that any other tool can make, too: 40 samples of 3 features in 3 classes. */
public final class Waves {
  public static final int SAMPLES = 40;

  private Waves() {}

  public static double[][] x() {
    double[][] x = new double[SAMPLES][3];
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < 3; j++) {
        x[i][j] = Math.sin(1.7 * i + 2.3 * j + 0.1 * i * j) + (i % 3 == j ? 0.8 : 0);
      }
    }
    return x;
  }

  public static int[] labels() {
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      labels[i] = i % 3;
    }
    return labels;
  }
}
