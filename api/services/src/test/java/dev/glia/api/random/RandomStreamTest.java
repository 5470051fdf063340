package dev.glia.api.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  private static final int DRAWS = 200_000;

  @Test
  void sameNameSeedAndEntityDrawTheSame() {
    RandomStream one = new RandomStream(7, "projection/a->b/weight", 3);
    RandomStream other = new RandomStream(7, "projection/a->b/weight", 3);
    for (int i = 0; i < 100; i++) {
      assertThat(one.nextInt()).isEqualTo(other.nextInt());
    }
  }

  @Test
  void seedNameAndEntityEachChangeTheDraws() {
    int reference = new RandomStream(7, "a", 3).nextInt();
    assertThat(new RandomStream(8, "a", 3).nextInt()).isNotEqualTo(reference);
    assertThat(new RandomStream(7, "b", 3).nextInt()).isNotEqualTo(reference);
    assertThat(new RandomStream(7, "a", 4).nextInt()).isNotEqualTo(reference);
  }

  @Test
  void permutationsHoldEachNumberOnceAndAreAllAlikeOften() {
    RandomStream random = new RandomStream(1, "order", 0);
    java.util.Map<String, Integer> seen = new java.util.HashMap<>();
    for (int i = 0; i < 6000; i++) {
      int[] order = random.permutation(3);
      assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
      seen.merge(java.util.Arrays.toString(order), 1, Integer::sum);
    }
    assertThat(seen).hasSize(6);
    assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    assertThat(random.permutation(0)).isEmpty();
  }

  @Test
  void boundedIntegersAreEvenlySpread() {
    RandomStream random = new RandomStream(1, "die", 0);
    int[] faces = new int[6];
    for (int i = 0; i < DRAWS; i++) {
      faces[random.nextInt(6)]++;
    }
    double expected = DRAWS / 6.0;
    double chiSquare = 0;
    for (int face : faces) {
      chiSquare += (face - expected) * (face - expected) / expected;
    }
    assertThat(chiSquare).as("chi-square, 5 degrees of freedom").isLessThan(20.5); // p = 0.001
  }

  @Test
  void normalHasMeanZeroAndVarianceOne() {
    RandomStream random = new RandomStream(2, "normal", 0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double z = random.nextNormal();
      sum += z;
      squares += z * z;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
    assertThat(squares / DRAWS).isCloseTo(1, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 1, 30, 499, 501, 20_000})
  void poissonHasItsMeanAndVariance(double mean) {
    RandomStream random = new RandomStream(3, "poisson", Double.hashCode(mean));
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double count = random.nextPoisson(mean);
      sum += count;
      squares += (count - mean) * (count - mean);
    }
    double standardError = Math.sqrt(mean / draws);
    assertThat(sum / draws).isCloseTo(mean, within(4 * standardError + 1e-12));
    assertThat(squares / draws).isCloseTo(mean, within(0.06 * mean + 4 * standardError + 1e-12));
  }

  @Test
  void poissonRefusesMeansThatItCannotDraw() {
    assertThatThrownBy(() -> RandomStream.poisson(-1, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("given -1.0");
    assertThatThrownBy(() -> RandomStream.poisson(Double.NaN, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void uniformNumbersOfPoissonDrawsAreDistinctAndUniform() {
    int entities = 20_000;
    long key = Streams.key(1, "counts");
    double[] u = new double[entities];
    double sum = 0;
    double neighbors = 0;
    for (int i = 0; i < entities; i++) {
      u[i] = Streams.poissonUniform(key, i, 3);
      sum += u[i];
      neighbors += i == 0 ? 0 : (u[i] - 0.5) * (u[i - 1] - 0.5);
    }
    double error = 5 / Math.sqrt(entities);
    assertThat(sum / entities).isBetween(0.5 - error * 0.29, 0.5 + error * 0.29);
    assertThat(neighbors / entities * 12).isBetween(-error, error);
    assertThat(java.util.Arrays.stream(u).distinct().count()).isEqualTo(entities);
  }

  @Test
  void normalDrawsOfEntitiesAreIndependent() {
    int entities = 64_000;
    long key = Streams.key(2, "noise");
    double[] z = new double[entities];
    java.util.Arrays.setAll(z, i -> Streams.normal(key, i, 5));
    double error = 5 / Math.sqrt(entities);
    for (int lag : new int[] {1, 7, 8, 16, 32}) { // 8 apart are cosine and sine of one angle
      double sum = 0;
      double squares = 0;
      for (int i = lag; i < entities; i++) {
        sum += z[i] * z[i - lag];
        squares += (z[i] * z[i] - 1) * (z[i - lag] * z[i - lag] - 1) / 2;
      }
      assertThat(sum / entities).as("lag %d", lag).isBetween(-error, error);
      assertThat(squares / entities).as("squares, lag %d", lag).isBetween(-error, error);
    }
    double variance = java.util.Arrays.stream(z).map(x -> x * x).average().orElseThrow();
    assertThat(variance).isBetween(1 - 1.5 * error, 1 + 1.5 * error);
  }
}
