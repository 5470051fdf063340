package dev.glia.learners.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.Waves;
import dev.glia.learners.regression.LinearModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassifiersTest {
  /** scipy.optimize.minimize (BFGS, gradient below 1e-9) on the same loss. */
  @Test
  void logisticRegressionHasTheWeightsThatScipyFinds() {
    LinearModel model = LogisticRegression.fit(Waves.x(), Waves.labels(), 0.5).scores();
    double[][] weights = {
      {0.61567406, -0.52947056, -0.80324395},
      {-0.14244475, 0.93219045, -0.22205001},
      {-0.47322931, -0.40271989, 1.02529396}
    };
    for (int k = 0; k < 3; k++) {
      assertThat(model.weights()[k]).containsExactly(weights[k], within(1e-5));
    }
    double[] bias = {0.24660507, -0.12652396, -0.12008112};
    assertThat(model.bias()).containsExactly(bias, within(1e-5));
  }

  /** Without features that matter, the odds are the counts; with one that's 0 or 1, a table's. */
  @Test
  void logisticRegressionOfATableHasItsOdds() {
    double[][] x = new double[100][1];
    int[] labels = new int[100];
    for (int i = 0; i < 100; i++) {
      x[i][0] = i < 40 ? 0 : 1;
      labels[i] = (i < 10) || (i >= 40 && i < 85) ? 1 : 0; // 10 of 40, 45 of 60
    }
    LogisticRegression fit = LogisticRegression.fit(x, labels, 0);
    assertThat(fit.probabilities(new double[] {0})[1]).isCloseTo(0.25, within(1e-5));
    assertThat(fit.probabilities(new double[] {1})[1]).isCloseTo(0.75, within(1e-5));
    double[][] weights = fit.scores().weights();
    assertThat(weights[1][0] - weights[0][0]).isCloseTo(2 * Math.log(3), within(1e-4));
  }

  /** At a binary model's minimum with price 1, the residuals along each feature are its weight. */
  @Test
  void penaltyOfTwoIsABinaryModelsOfOne() {
    double[][] x = Waves.x();
    int[] labels = Arrays.stream(Waves.labels()).map(k -> Math.min(k, 1)).toArray();
    LogisticRegression fit = LogisticRegression.fit(x, labels, 2);
    double[][] rows = fit.scores().weights();
    for (int j = 0; j < 3; j++) {
      double residuals = 0;
      for (int i = 0; i < x.length; i++) {
        residuals += (labels[i] - fit.probabilities(x[i])[1]) * x[i][j];
      }
      assertThat(rows[1][j] - rows[0][j]).isCloseTo(residuals, within(1e-4));
      assertThat(Math.abs(residuals)).isGreaterThan(0.1);
    }
  }

  @Test
  void separableClassesWithoutPenaltyAreToldAndEnd() {
    double[][] x = {{-2}, {-1}, {1}, {2}};
    LogisticRegression fit = LogisticRegression.fit(x, new int[] {0, 0, 1, 1}, 0);
    assertThat(fit.classify(x)).containsExactly(0, 0, 1, 1);
    assertThat(fit.probabilities(x[3])[1]).isGreaterThan(0.999);
  }

  @Test
  void nearestNeighborsVote() {
    double[][] x = {{0}, {1}, {2.1}, {10}, {11}};
    int[] labels = {0, 1, 0, 1, 1};
    NearestNeighbors one = NearestNeighbors.fit(x, labels, 1);
    NearestNeighbors three = NearestNeighbors.fit(x, labels, 3);
    NearestNeighbors two = NearestNeighbors.fit(x, labels, 2);
    assertThat(one.classify(new double[] {1.2})).isEqualTo(1);
    assertThat(three.classify(new double[] {1.2})).isZero();
    assertThat(three.nearest(new double[] {9})).containsExactly(3, 4, 2);
    assertThat(two.classify(new double[] {1.2})).as("tie: the nearer").isEqualTo(1);
    assertThat(one.classify(new double[] {0.5})).as("same distance: the earlier").isZero();
    assertThatThrownBy(() -> NearestNeighbors.fit(x, labels, 6))
        .hasMessage("6 neighbors of 5 samples");
  }

  /** numpy.linalg.solve of the same normal equations. */
  @Test
  void linearDiscriminantsFollowTheirFormula() {
    LinearModel model = LinearDiscriminant.fit(Waves.x(), Waves.labels(), 0);
    double[][] weights = {
      {1.51526944, 0.22433181, -0.39162009},
      {0.62431995, 2.00420372, 0.34748239},
      {0.03263945, 0.3565016, 2.05622951}
    };
    for (int k = 0; k < 3; k++) {
      assertThat(model.weights()[k]).containsExactly(weights[k], within(1e-7));
    }
    double[] bias = {-1.59672731, -2.04128288, -2.10158035};
    assertThat(model.bias()).containsExactly(bias, within(1e-7));
  }

  /** The shrinkage of scikit-learn's formula on the same samples, 0.92086. */
  @Test
  void ledoitAndWolfShrinkHardWhereSamplesAreFew() {
    LinearModel model = LinearDiscriminant.fit(Waves.x(), Waves.labels());
    double[] weights = {1.41357103, 0.00836784, -0.3094068};
    assertThat(model.weights()[0]).containsExactly(weights, within(1e-7));
  }

  /** Two normal classes at distance 2 of deviation 1: the best possible is Φ(1) = 0.8413. */
  @Test
  void allComeNearTheBestPossibleOnNormalClasses() {
    RandomStream random = new RandomStream(3, "classes", 0);
    double[][] x = new double[6000][2];
    int[] labels = new int[6000];
    for (int i = 0; i < 6000; i++) {
      labels[i] = i % 2;
      x[i][0] = random.nextNormal() + (labels[i] == 0 ? -1 : 1);
      x[i][1] = random.nextNormal();
    }
    double[][] train = Arrays.copyOf(x, 2000);
    int[] known = Arrays.copyOf(labels, 2000);
    Classifier[] classifiers = {
      LogisticRegression.fit(train, known, 1),
      LinearDiscriminant.fit(train, known)::classify,
      NearestNeighbors.fit(train, known, 51)
    };
    for (Classifier classifier : classifiers) {
      int right = 0;
      for (int i = 2000; i < 6000; i++) {
        right += classifier.classify(x[i]) == labels[i] ? 1 : 0;
      }
      assertThat(right / 4000.0).isBetween(0.82, 0.86);
    }
  }

  @Test
  void dependentFeaturesNeedShrinkage() {
    double[][] x = {{0, 0}, {1, 2}, {2, 4}, {3, 6.0}};
    int[] labels = {0, 1, 0, 1};
    assertThatThrownBy(() -> LinearDiscriminant.fit(x, labels, 0))
        .isInstanceOf(IllegalStateException.class);
    assertThat(LinearDiscriminant.fit(x, labels, 0.1).classify(new double[] {3, 6})).isEqualTo(1);
  }
}
