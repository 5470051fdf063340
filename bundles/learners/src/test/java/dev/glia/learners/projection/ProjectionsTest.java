package dev.glia.learners.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.learners.Waves;
import org.junit.jupiter.api.Test;

class ProjectionsTest {
  /** numpy.linalg.eigvalsh of the covariance. */
  @Test
  void variancesAreTheEigenvaluesOfTheCovariance() {
    PrincipalComponents found = PrincipalComponents.fit(Waves.x(), 3);
    double[] eigenvalues = {0.94446778, 0.68385621, 0.38708286};
    assertThat(found.variance()).containsExactly(eigenvalues, within(1e-7));
    double[][] restored = found.restore(found.apply(Waves.x()));
    for (int i = 0; i < Waves.SAMPLES; i++) {
      assertThat(restored[i]).containsExactly(Waves.x()[i], within(1e-12));
    }
  }

  /** Points on the line (3, 4)t: one component of length 5 a step. */
  @Test
  void pointsOnALineHaveOneComponent() {
    double[][] x = {{0, 0}, {3, 4}, {6, 8}};
    PrincipalComponents found = PrincipalComponents.fit(x, 1);
    assertThat(found.components()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-12));
    assertThat(found.variance()[0]).isCloseTo(25, within(1e-9));
    assertThat(found.apply(x)[2][0]).isCloseTo(5, within(1e-12));
  }

  private static double[][] y() {
    double[][] y = new double[Waves.SAMPLES][2];
    double[][] x = Waves.x();
    for (int i = 0; i < y.length; i++) {
      y[i][0] = Math.cos(0.9 * i) + x[i][0] - 0.5 * x[i][2];
      y[i][1] = Math.cos(1.8 * i);
    }
    return y;
  }

  /** Square roots of the eigenvalues of Sxx⁻¹SxySyy⁻¹Syx, by scipy.linalg.eigvals. */
  @Test
  void canonicalCorrelationsAreThoseOfTheEigenproblem() {
    CanonicalCorrelation found = CanonicalCorrelation.fit(Waves.x(), y());
    assertThat(found.correlations())
        .containsExactly(new double[] {0.839128441, 0.629377442}, within(1e-8));
    double[] a = along(Waves.x(), found.xWeights()[0]);
    double[] b = along(y(), found.yWeights()[0]);
    double product = 0;
    double square = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i] / (a.length - 1);
      square += a[i] * a[i] / (a.length - 1);
    }
    assertThat(square).isCloseTo(1, within(1e-12));
    assertThat(product).isCloseTo(found.correlations()[0], within(1e-12));
  }

  @Test
  void linearMapsAreFullyCorrelatedEvenWhereFeaturesDepend() {
    double[][] x = Waves.x();
    double[][] y = new double[x.length][3];
    for (int i = 0; i < x.length; i++) {
      y[i][0] = x[i][0] + x[i][1];
      y[i][1] = 2 * y[i][0];
      y[i][2] = x[i][2] - 7;
    }
    assertThat(CanonicalCorrelation.fit(x, y).correlations())
        .containsExactly(new double[] {1, 1}, within(1e-12));
  }

  private static double[] along(double[][] x, double[] weights) {
    double[] along = new double[x.length];
    double mean = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        along[i] += weights[j] * x[i][j];
      }
      mean += along[i] / x.length;
    }
    for (int i = 0; i < x.length; i++) {
      along[i] -= mean;
    }
    return along;
  }

  @Test
  void standardizedTrainingSamplesHaveMeanZeroAndDeviationOne() {
    double[][] x = {{1, 5}, {3, 5}};
    Standardization fitted = Standardization.of(x);
    assertThat(fitted.apply(x)[0]).containsExactly(-1, 0);
    assertThat(fitted.apply(new double[][] {{5, 6}})[0]).containsExactly(3, 1);
    assertThat(Standardization.of(x, 1).deviation()).containsExactly(2, 1);
  }
}
