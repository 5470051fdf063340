package dev.glia.learners.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class RidgeReadoutTest {
  @Test
  void penaltyIsChosenOnSamplesThatWereHeldOut() {
    RandomStream random = new RandomStream(3, "readout", 0);
    // 3 features of use, 60 that are noise, few samples: a large penalty helps.
    double[][] x = new double[120][63];
    int[] labels = new int[120];
    double[][] test = new double[600][63];
    int[] testLabels = new int[600];
    fill(x, labels, random);
    fill(test, testLabels, random);
    RidgeReadout chosen = RidgeReadout.fit(x, labels, 1e-6, 10, 100);
    RidgeReadout least = RidgeReadout.fit(x, labels, 1e-6);
    assertThat(chosen.penalty()).isGreaterThan(1);
    assertThat(chosen.accuracy(test, testLabels))
        .isGreaterThan(least.accuracy(test, testLabels) + 0.02)
        .isGreaterThan(0.6);
  }

  private static void fill(double[][] x, int[] labels, RandomStream random) {
    for (int i = 0; i < x.length; i++) {
      labels[i] = random.nextInt(3);
      for (int k = 0; k < x[i].length; k++) {
        x[i][k] = random.nextNormal() + (k == labels[i] ? 2 : 0);
      }
    }
  }
}
