package dev.glia.drivers.cpu.simd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.random.RandomStream;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FloatMathTest {
  private static final int SAMPLES = 200_000;

  private interface FloatFunction {
    float of(float x);
  }

  /**
   * Largest error in units of the last place of the result, or of {@code floor} if it's smaller.
   */
  private static double worst(
      FloatFunction function, DoubleUnaryOperator exact, double low, double high, double floor) {
    RandomStream random = new RandomStream(1, "samples", 0);
    double worst = 0;
    for (int i = 0; i < SAMPLES; i++) {
      float x = (float) (low + (high - low) * random.nextDouble());
      double expected = exact.applyAsDouble(x);
      double unit = Math.ulp((float) Math.max(Math.abs(expected), floor));
      worst = Math.max(worst, Math.abs(function.of(x) - expected) / unit);
    }
    return worst;
  }

  @Test
  void exponentialIsWithinTwoUnits() {
    assertThat(worst(FloatMath::exp, StrictMath::exp, -87, 88.7, 0x1p-126)).isLessThan(2);
    assertThat(worst(FloatMath::exp, StrictMath::exp, -1, 1, 0)).isLessThan(2);
  }

  @Test
  void exponentialBeyondTheFloatsIsZeroOrInfinite() {
    assertThat(FloatMath.exp(89f)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(FloatMath.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(FloatMath.exp(-104f)).isZero();
    assertThat(FloatMath.exp(Float.NEGATIVE_INFINITY)).isZero();
    assertThat(FloatMath.exp(Float.NaN)).isNaN();
    assertThat(FloatMath.exp(0f)).isEqualTo(1f);
  }

  @Test
  void logarithmIsWithinTwoUnits() {
    assertThat(worst(FloatMath::log, StrictMath::log, 1e-30, 1e-3, 0)).isLessThan(2);
    assertThat(worst(FloatMath::log, StrictMath::log, 0.1, 10, 0)).isLessThan(2);
    assertThat(worst(FloatMath::log, StrictMath::log, 10, 1e30, 0)).isLessThan(2);
  }

  @Test
  void logarithmOfWhatHasNone() {
    assertThat(FloatMath.log(0f)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(FloatMath.log(-1f)).isNaN();
    assertThat(FloatMath.log(Float.NaN)).isNaN();
    assertThat(FloatMath.log(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat((double) FloatMath.log(1e-40f)).isCloseTo(-92.1034, within(1e-4));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void sineAndCosineAreWithinTwoUnitsOfOne() {
    for (double range : new double[] {1, 10, 1000, 8000, 1e6}) {
      assertThat(worst(FloatMath::sin, StrictMath::sin, -range, range, 0.5)).isLessThan(2);
      assertThat(worst(FloatMath::cos, StrictMath::cos, -range, range, 0.5)).isLessThan(2);
    }
  }

  @Test
  void sigmoidsAreWithinThreeUnits() {
    assertThat(worst(FloatMath::tanh, StrictMath::tanh, -12, 12, 0)).isLessThan(3);
    assertThat(worst(FloatMath::tanh, StrictMath::tanh, -0.7, 0.7, 0)).isLessThan(3);
    assertThat(worst(FloatMath::expit, x -> 1 / (1 + StrictMath.exp(-x)), -80, 80, 0x1p-120))
        .isLessThan(3);
    assertThat(FloatMath.tanh(100f)).isEqualTo(1f);
    assertThat(FloatMath.tanh(-100f)).isEqualTo(-1f);
  }

  @Test
  void relativeExponentialIsWithinFourUnits() {
    DoubleUnaryOperator exact = x -> x == 0 ? 1 : StrictMath.expm1(x) / x;
    assertThat(worst(FloatMath::exprel, exact, -1, 1, 0)).isLessThan(4);
    assertThat(worst(FloatMath::exprel, exact, -1e-6, 1e-6, 0)).isLessThan(2);
    assertThat(worst(FloatMath::exprel, exact, -50, 50, 0)).isLessThan(4);
    assertThat(FloatMath.exprel(0f)).isEqualTo(1f);
  }

  @Test
  void floorIsExact() {
    RandomStream random = new RandomStream(2, "samples", 0);
    for (int i = 0; i < SAMPLES; i++) {
      float x = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(x)) {
        assertThat(FloatMath.floor(x) == (float) Math.floor(x)).as("floor of %s", x).isTrue();
      }
    }
    assertThat(FloatMath.floor(-0.5f)).isEqualTo(-1f);
    assertThat(FloatMath.floor(3f)).isEqualTo(3f);
  }
}
