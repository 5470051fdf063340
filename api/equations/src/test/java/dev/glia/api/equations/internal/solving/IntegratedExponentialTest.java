package dev.glia.api.equations.internal.solving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class IntegratedExponentialTest {
  @Test
  void onePlainNumber() {
    assertThat(IntegratedExponential.of(new double[][] {{0}}, 0.5)[0][0]).isEqualTo(0.5);
    assertThat(IntegratedExponential.of(new double[][] {{-2}}, 0.5)[0][0])
        .isEqualTo((1 - Math.exp(-1)) / 2);
    assertThat(IntegratedExponential.of(new double[][] {{-1e9}}, 0.5)[0][0]).isEqualTo(1e-9);
  }

  @Test
  void diagonalOfVeryDifferentRates() {
    double[][] phi = IntegratedExponential.of(new double[][] {{-1e6, 0}, {0, -1e-6}}, 1e-3);

    assertThat(phi[0][0]).isCloseTo(1e-6, Percentage.withPercentage(1e-11));
    assertThat(phi[1][1]).isCloseTo(1e-3, Percentage.withPercentage(1e-7));
    assertThat(phi[0][1]).isZero();
    assertThat(phi[1][0]).isZero();
  }

  @Test
  void nilpotentCoupling() {
    double[][] phi = IntegratedExponential.of(new double[][] {{0, 5e9}, {0, 0}}, 1e-4);

    assertThat(phi[0][0]).isEqualTo(1e-4);
    assertThat(phi[0][1]).isCloseTo(5e9 * 1e-8 / 2, Percentage.withPercentage(1e-12));
    assertThat(phi[1][1]).isEqualTo(1e-4);
  }

  @Test
  void unitsThatDifferByManyOrdersCostNoDigits() {
    double a = -1 / 0.02;
    double b = -1 / 0.005;
    double[][] phi = IntegratedExponential.of(new double[][] {{a, 5e9}, {0, b}}, 1e-4);

    double expected = 5e9 / (a - b) * (Math.expm1(a * 1e-4) / a - Math.expm1(b * 1e-4) / b);
    assertThat(phi[0][0]).isCloseTo(Math.expm1(a * 1e-4) / a, Percentage.withPercentage(1e-13));
    assertThat(phi[0][1]).isCloseTo(expected, Percentage.withPercentage(1e-9));
  }

  @Test
  void rotation() {
    double[][] phi = IntegratedExponential.of(new double[][] {{0, 1}, {-1, 0}}, Math.PI);

    assertThat(phi[0][0]).isCloseTo(0, within(1e-14));
    assertThat(phi[0][1]).isCloseTo(2, within(1e-14));
    assertThat(phi[1][0]).isCloseTo(-2, within(1e-14));
  }

  @Test
  void whatIsNotFiniteStaysSoAndEnds() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[][] phi = IntegratedExponential.of(new double[][] {{bad, 1}, {1, -1}}, 1e-3);
      assertThat(phi[0][0]).isNaN();
    }
  }

  /** PHI solves the equation that defines it: A*PHI = exp(A t) - 1, doubled. */
  @Property
  void twoStepsMakeADoubleOne(
      @ForAll @Size(9) List<@DoubleRange(min = -30, max = 30) Double> entries) {
    double[][] a = new double[3][3];
    for (int i = 0; i < 9; i++) {
      a[i / 3][i % 3] = entries.get(i) - (i % 4 == 0 ? 30 : 0);
    }
    double t = 0.05;
    double[][] once = IntegratedExponential.of(a, t);
    double[][] twice = IntegratedExponential.of(a, 2 * t);

    double[] x = {1, -2, 3};
    double[] byTwo = step(a, once, step(a, once, x));
    double[] byOne = step(a, twice, x);
    double size = 1 + Math.abs(byOne[0]) + Math.abs(byOne[1]) + Math.abs(byOne[2]);
    for (int i = 0; i < 3; i++) {
      assertThat(byTwo[i]).isCloseTo(byOne[i], within(1e-11 * size));
    }
  }

  private static double[] step(double[][] a, double[][] phi, double[] x) {
    double[] rate = product(a, x);
    double[] change = product(phi, rate);
    return new double[] {x[0] + change[0], x[1] + change[1], x[2] + change[2]};
  }

  private static double[] product(double[][] a, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        product[i] += a[i][j] * x[j];
      }
    }
    return product;
  }
}
