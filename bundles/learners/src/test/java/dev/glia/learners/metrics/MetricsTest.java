package dev.glia.learners.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final double[] A = {1.2, 3.4, 2.2, 5.1, 0.3, 4.4};
  private static final double[] B = {0.7, 2.9, 2.5, 3.0, -0.4, 2.0};

  @Test
  void accuracyCountsAndBalancedAccuracyWeighsClassesAlike() {
    int[] labels = {0, 0, 0, 1, 2, 2};
    int[] predicted = {0, 0, 1, 1, 0, -1};
    assertThat(ClassMetrics.accuracy(labels, predicted)).isEqualTo(0.5);
    assertThat(ClassMetrics.balancedAccuracy(labels, predicted))
        .isCloseTo((2 / 3.0 + 1 + 0) / 3, within(1e-15));
    assertThat(ClassMetrics.confusion(labels, predicted))
        .isDeepEqualTo(new int[][] {{2, 1, 0, 0}, {0, 1, 0, 0}, {1, 0, 0, 1}});
  }

  @Test
  void areaIsTheShareOfPairsInOrder() {
    boolean[] positive = {true, true, false, false, false};
    double[] scores = {3, 1, 2, 1, 0}; // 3 of 3 pairs; then 0, a tie, 1
    assertThat(ClassMetrics.auc(positive, scores)).isEqualTo(4.5 / 6);
    assertThat(ClassMetrics.auc(new boolean[2], new double[2])).isNaN();
  }

  @Test
  void errorsOfTheMeanAreOneDeviation() {
    double[] y = {1, 2, 3, 4};
    double[] mean = {2.5, 2.5, 2.5, 2.5};
    assertThat(RegressionMetrics.nrmse(y, mean)).isCloseTo(1, within(1e-15));
    assertThat(RegressionMetrics.rSquared(y, mean)).isCloseTo(0, within(1e-15));
    assertThat(RegressionMetrics.rmse(y, new double[] {1, 2, 3, 6})).isEqualTo(1);
    assertThat(RegressionMetrics.rSquared(y, new double[] {1, 2, 3, 6}))
        .isCloseTo(1 - 1 / 1.25, within(1e-15));
  }

  /** scipy.stats: spearmanr and ttest_rel. */
  @Test
  void rankCorrelationSharesRanksOfTies() {
    double[] a = {1, 2, 2, 4, 5};
    double[] b = {2, 1, 3, 3, 9};
    assertThat(RegressionMetrics.rankCorrelation(a, b))
        .isCloseTo(0.7631578947368421, within(1e-14));
    assertThat(RegressionMetrics.correlation(a, new double[] {-2, -4, -4, -8, -10}))
        .isCloseTo(-1, within(1e-15));
  }

  @Test
  void effectsAreInUnitsOfTheSpread() {
    assertThat(Effects.pairedT(A, B)).isCloseTo(2.307435412515497, within(1e-12));
    assertThat(Effects.cohensD(new double[] {1, 2, 3}, new double[] {3, 4, 5}))
        .isCloseTo(-2, within(1e-15));
  }

  @Test
  void detectionsAreCounted() {
    Detections counted = Detections.NONE;
    for (int i = 0; i < 20; i++) {
      counted = counted.with(i < 5, i < 4 || i == 19);
    }
    assertThat(counted).isEqualTo(new Detections(4, 1, 1, 14));
    assertThat(counted.errors()).isEqualTo(2);
    assertThat(counted.accuracy()).isEqualTo(0.9);
    assertThat(counted.sensitivity()).isEqualTo(0.8);
    assertThat(counted.specificity()).isCloseTo(14 / 15.0, within(1e-15));
    assertThat(counted.precision()).isEqualTo(0.8);
    assertThat(counted.f1()).isCloseTo(0.8, within(1e-15));
    assertThat(Detections.NONE.precision()).isNaN();
  }
}
