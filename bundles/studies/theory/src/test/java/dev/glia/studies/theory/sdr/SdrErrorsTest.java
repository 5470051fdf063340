package dev.glia.studies.theory.sdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SdrErrorsTest {
  private static final MathContext DIGITS = new MathContext(30);

  private static BigInteger choose(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      result = result.multiply(BigInteger.valueOf(n - i + 1)).divide(BigInteger.valueOf(i));
    }
    return result;
  }

  private static BigDecimal exactTail(int all, int marked, int drawn, int least) {
    BigInteger sum = BigInteger.ZERO;
    for (int hits = least; hits <= Math.min(marked, drawn); hits++) {
      sum = sum.add(choose(marked, hits).multiply(choose(all - marked, drawn - hits)));
    }
    return new BigDecimal(sum).divide(new BigDecimal(choose(all, drawn)), DIGITS);
  }

  private static void assertClose(double actual, BigDecimal exact, String what) {
    if (exact.signum() == 0) {
      assertThat(actual).as(what).isZero();
    } else {
      BigDecimal error = new BigDecimal(actual).subtract(exact).divide(exact, DIGITS).abs();
      assertThat(error).as(what).isLessThan(new BigDecimal("1e-9"));
    }
  }

  @Test
  void formulasAreExactToNineDigits() {
    RandomStream random = new RandomStream(19, "formulas", 0);
    int possible = 0;
    for (int trial = 0; trial < 300; trial++) {
      int cells = trial < 20 ? 2000 : 1 + random.nextInt(2000);
      int active = random.nextInt(Math.max(1, cells / (1 + random.nextInt(20)))) + 1;
      int synapses = random.nextInt(Math.min(cells, 60)) + 1;
      int threshold = random.nextInt(synapses + 2);
      String what = cells + " " + active + " " + synapses + " " + threshold;
      BigDecimal exact = exactTail(cells, synapses, active, threshold);
      possible += exact.compareTo(new BigDecimal("1e-300")) > 0 ? 1 : 0;
      assertClose(SdrErrors.falsePositive(cells, active, synapses, threshold), exact, what);
      if (synapses <= active && threshold > 0 && threshold <= synapses) {
        int dropped = random.nextInt(active + 1);
        assertClose(
            SdrErrors.falseNegative(active, synapses, threshold, dropped),
            exactTail(active, synapses, dropped, synapses - threshold + 1),
            what + " dropped " + dropped);
      }
    }
    assertThat(possible).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "false-positives.csv", numLinesToSkip = 1)
  void falsePositivesOfTheReferenceTable(int n, int a, int s, int theta, double expected) {
    assertThat(SdrErrors.falsePositive(n, a, s, theta) / expected).isCloseTo(1, within(2e-4));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "false-negatives.csv", numLinesToSkip = 1)
  void falseNegativesOfTheReferenceTable(int a, int s, int theta, int v, double expected) {
    assertThat(SdrErrors.falseNegative(a, s, theta, v) / expected).isCloseTo(1, within(2e-4));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 64, 20, 10, 4, 0.0211",
    "1000, 64, 20, 10, 8, 0.4924",
    "2000, 40, 20, 10, 20, 0.1773",
    "1000, 64, 20, 12, 12, 0.7589"
  })
  void unionsOfTheReferenceTable(int n, int a, int s, int theta, int m, double expected) {
    assertThat(SdrErrors.falsePositiveOfUnion(n, a, s, theta, m)).isCloseTo(expected, within(6e-5));
  }

  @Test
  void unionOfOnePatternIsThatPattern() {
    assertThat(SdrErrors.union(1000, 20, 1)).isCloseTo(20, within(1e-9));
    assertThat(SdrErrors.union(1000, 20, 2)).isCloseTo(39.6, within(1e-9));
    assertThat(SdrErrors.falsePositiveOfUnion(1000, 64, 20, 5, 1))
        .isCloseTo(SdrErrors.falsePositive(1000, 64, 20, 5), within(1e-12));
  }

  @Test
  void manySegmentsErrMoreOften() {
    assertThat(SdrErrors.any(0.1, 2)).isCloseTo(0.19, within(1e-15));
    assertThat(SdrErrors.any(1e-20, 100) / 1e-18).isCloseTo(1, within(1e-12));
    assertThat(SdrErrors.any(0.3, 0)).isZero();
  }

  @Test
  void errorsTooSmallForADoubleStillHaveALogarithm() {
    double log = SdrErrors.logFalsePositive(1_000_000, 100, 90, 90);
    assertThat(SdrErrors.falsePositive(1_000_000, 100, 90, 90)).isZero();
    assertThat(log).isBetween(-1100.0, -700.0);
  }
}
