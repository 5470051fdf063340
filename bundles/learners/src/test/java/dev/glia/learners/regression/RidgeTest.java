package dev.glia.learners.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RidgeTest {
  private static double[][] random(int rows, int columns, long entity) {
    RandomStream random = new RandomStream(1, "ridge", entity);
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      Arrays.setAll(row, j -> random.nextNormal());
    }
    return matrix;
  }

  /** One feature: w = Σxy / (Σx² + λ), with free bias around the means. */
  @ParameterizedTest
  @EnumSource(Ridge.Solver.class)
  void oneFeatureFollowsClosedForm(Ridge.Solver solver) {
    double[][] x = {{1}, {2}, {4}};
    double[][] y = {{1}, {3}, {5}};

    LinearModel origin = Ridge.fit(x, y, 0.5, Bias.NONE, solver);
    LinearModel free = Ridge.fit(x, y, 0.5, Bias.FREE, solver);

    assertThat(origin.weights()[0][0]).isCloseTo(27 / 21.5, within(1e-12));
    assertThat(origin.bias()).containsExactly(0);
    double slope = 6 / (14.0 / 3 + 0.5); // Σ(x-7/3)(y-3) = 6, Σ(x-7/3)² = 14/3
    assertThat(free.weights()[0][0]).isCloseTo(slope, within(1e-12));
    assertThat(free.bias()[0]).isCloseTo(3 - slope * 7 / 3, within(1e-12));
  }

  /** [[3 + λ, 7], [7, 21 + λ]] (b, w) = (9, 27) with λ = 0.5. */
  @ParameterizedTest
  @EnumSource(Ridge.Solver.class)
  void penalizedBiasIsAFeatureThatIsAlwaysOne(Ridge.Solver solver) {
    LinearModel model =
        Ridge.fit(
            new double[][] {{1}, {2}, {4}},
            new double[][] {{1}, {3}, {5}},
            0.5,
            Bias.PENALIZED,
            solver);
    double determinant = 3.5 * 21.5 - 49;
    assertThat(model.bias()[0]).isCloseTo((9 * 21.5 - 7 * 27) / determinant, within(1e-12));
    assertThat(model.weights()[0][0]).isCloseTo((3.5 * 27 - 7 * 9) / determinant, within(1e-12));
  }

  /**
   * Longley's data of 1967, which defeat careless solvers: NIST's certified coefficients (StRD,
   * Longley).
   */
  @ParameterizedTest
  @EnumSource(
      value = Ridge.Solver.class,
      names = {"QR", "SVD"})
  void longleysRegressionHasTheCertifiedCoefficients(Ridge.Solver solver) {
    LinearModel model = Ridge.fit(Longley.X, Longley.Y, 0, Bias.FREE, solver);
    double[] certified = {
      15.0618722713733,
      -0.358191792925910E-01,
      -2.02022980381683,
      -1.03322686717359,
      -0.511041056535807E-01,
      1829.15146461355
    };
    for (int j = 0; j < certified.length; j++) {
      assertThat(model.weights()[0][j] / certified[j]).isCloseTo(1, within(1e-8));
    }
    assertThat(model.bias()[0] / -3482258.63459582).isCloseTo(1, within(1e-8));
  }

  @Test
  void allSolversAgree() {
    double[][] x = random(50, 8, 1);
    double[][] y = random(50, 3, 2);
    double[] lambdas = {1e-3, 1, 100};
    for (Bias bias : Bias.values()) {
      List<LinearModel> expected = Ridge.fit(x, y, lambdas, bias, Ridge.Solver.SVD);
      for (Ridge.Solver solver : Ridge.Solver.values()) {
        List<LinearModel> models = Ridge.fit(x, y, lambdas, bias, solver);
        for (int l = 0; l < lambdas.length; l++) {
          for (int k = 0; k < 3; k++) {
            assertThat(models.get(l).weights()[k])
                .containsExactly(expected.get(l).weights()[k], within(1e-11));
          }
          assertThat(models.get(l).bias()).containsExactly(expected.get(l).bias(), within(1e-11));
        }
      }
    }
  }

  /** More features than samples: of all exact fits, the one with least weights, Xᵀ(XXᵀ)⁻¹y. */
  @Test
  void singularValuesTakeTheSmallestWeightsWhereManyFit() {
    double[][] x = {{1, 1, 0}, {0, 1, 1}};
    LinearModel model = Ridge.fit(x, new double[][] {{3}, {0}}, 0, Bias.NONE, Ridge.Solver.SVD);
    assertThat(model.weights()[0]).containsExactly(new double[] {2, 1, -1}, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(
      value = Ridge.Solver.class,
      names = {"NORMAL", "QR"})
  void dependentFeaturesWithoutPenaltyAreRefused(Ridge.Solver solver) {
    double[][] twice = {{1, 2}, {2, 4}, {3, 6}};
    double[][] y = {{1}, {2}, {3}};
    assertThatThrownBy(() -> Ridge.fit(twice, y, 0, Bias.NONE, solver))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Ridge.Solver.SVD");
    assertThat(Ridge.fit(twice, y, 1e-6, Bias.NONE, solver).predict(new double[] {4, 8})[0])
        .isCloseTo(4, within(1e-5));
  }

  @Test
  void samplesThatComeInOneByOneGiveTheSameFit() {
    double[][] x = random(203, 5, 3);
    double[][] y = random(203, 2, 4);
    NormalEquations sums = new NormalEquations(5, 2);
    for (int i = 0; i < x.length; i++) {
      sums.add(x[i], y[i]);
      if (i == 100) {
        sums.solve(1, Bias.FREE); // looking changes nothing
      }
    }
    LinearModel expected = Ridge.fit(x, y, 1, Bias.FREE, Ridge.Solver.QR);
    LinearModel model = sums.solve(1, Bias.FREE);
    assertThat(sums.samples()).isEqualTo(203);
    assertThat(model.weights()[1]).containsExactly(expected.weights()[1], within(1e-12));
    assertThat(model.bias()).containsExactly(expected.bias(), within(1e-12));
  }

  @Test
  void recursionEndsWhereTheBatchDoes() {
    double[][] x = random(300, 6, 5);
    double[][] y = random(300, 2, 6);
    for (Bias bias : List.of(Bias.NONE, Bias.PENALIZED)) {
      RecursiveLeastSquares online = new RecursiveLeastSquares(6, 2, bias, 0.1, 1);
      for (int i = 0; i < x.length; i++) {
        online.update(x[i], y[i]);
      }
      LinearModel batch = Ridge.fit(x, y, 0.1, bias, Ridge.Solver.QR);
      assertThat(online.model().weights()[0]).containsExactly(batch.weights()[0], within(1e-10));
      assertThat(online.model().bias()).containsExactly(batch.bias(), within(1e-10));
    }
  }

  /** Forgetting by f weighs the sample k steps back by f^k, and so the penalty. */
  @Test
  void forgettingWeighsOldSamplesLess() {
    double[][] x = random(40, 3, 7);
    double[][] y = random(40, 1, 8);
    RecursiveLeastSquares online = new RecursiveLeastSquares(3, 1, Bias.NONE, 2, 0.9);
    double[][] weighedX = new double[40][];
    double[][] weighedY = new double[40][];
    for (int i = 0; i < 40; i++) {
      online.update(x[i], y[i]);
      double root = Math.pow(0.9, (39 - i) / 2.0);
      weighedX[i] = Arrays.stream(x[i]).map(v -> v * root).toArray();
      weighedY[i] = Arrays.stream(y[i]).map(v -> v * root).toArray();
    }
    LinearModel batch =
        Ridge.fit(weighedX, weighedY, 2 * Math.pow(0.9, 40), Bias.NONE, Ridge.Solver.QR);
    assertThat(online.model().weights()[0]).containsExactly(batch.weights()[0], within(1e-10));
  }

  @Test
  void theLargestOutputIsTheClass() {
    LinearModel model = new LinearModel(new double[][] {{1, 0}, {0, 1}, {0, 0}}, new double[3]);
    assertThat(model.classify(new double[][] {{2, 1}, {1, 2}, {-1, -1}, {1, 1}}))
        .containsExactly(0, 1, 2, 0);
  }

  @Test
  void wrongShapesAreNamed() {
    assertThatThrownBy(() -> Ridge.fit(new double[][] {{1}, {2, 3}}, new double[2][1], 1))
        .hasMessage("x[1] has 2 numbers, wanted 1");
    assertThatThrownBy(() -> Ridge.fit(new double[][] {{Double.NaN}}, new double[1][1], 1))
        .hasMessage("x[0][0] is NaN");
    assertThatThrownBy(() -> Ridge.fit(new double[2][1], new double[1][1], 1))
        .hasMessage("y has 1 samples, x has 2");
    assertThatThrownBy(() -> Ridge.fit(new double[1][1], new double[1][1], -1))
        .hasMessage("lambda is 0 or more, given -1.0");
  }
}
