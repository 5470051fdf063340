package dev.glia.learners.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.classification.Classifier;
import dev.glia.learners.classification.NearestNeighbors;
import dev.glia.learners.metrics.ClassMetrics;
import dev.glia.learners.regression.Bias;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private final RandomStream random = new RandomStream(2, "validation", 0);

  private static void testedOnce(List<Fold> folds, int samples) {
    assertThat(folds.stream().flatMapToInt(fold -> Arrays.stream(fold.test())).sorted())
        .containsExactlyElementsOf(IntStream.range(0, samples).boxed().toList());
    for (Fold fold : folds) {
      assertThat(fold.train().length + fold.test().length).isEqualTo(samples);
      assertThat(fold.train()).doesNotContain(fold.test());
    }
  }

  @Test
  void stratifiedFoldsHaveEachClassInItsShare() {
    int[] labels = IntStream.range(0, 60).map(i -> i < 40 ? 0 : i < 55 ? 1 : 2).toArray();
    List<Fold> folds = Folds.stratified(labels, 5, random);
    testedOnce(folds, 60);
    for (Fold fold : folds) {
      int[] of = Fold.items(labels, fold.test());
      assertThat(Arrays.stream(of).filter(l -> l == 0).count()).isEqualTo(8);
      assertThat(Arrays.stream(of).filter(l -> l == 1).count()).isEqualTo(3);
      assertThat(Arrays.stream(of).filter(l -> l == 2).count()).isEqualTo(1);
    }
    testedOnce(Folds.random(17, 4, random), 17);
  }

  @Test
  void groupsAreNeverParted() {
    int[] groups = IntStream.range(0, 50).map(i -> 7 * (i % 9)).toArray();
    List<Fold> subjects = Folds.leaveOneGroupOut(groups);
    assertThat(subjects).hasSize(9);
    List<Fold> folds = Folds.grouped(groups, 3, random);
    for (List<Fold> each : List.of(subjects, folds)) {
      testedOnce(each, 50);
      for (Fold fold : each) {
        assertThat(Fold.items(groups, fold.train()))
            .doesNotContain(Fold.items(groups, fold.test()));
      }
    }
    assertThat(folds).allSatisfy(f -> assertThat(f.test().length).isBetween(15, 18));
  }

  /**
   * Subjects that can be known again, with labels that mean nothing: mixed folds seem to tell the
   * label, leaving subjects out shows that nothing was learned.
   */
  @Test
  void leavingSubjectsOutUncoversLeakage() {
    double[][] x = new double[400][2];
    int[] labels = new int[400];
    int[] subjects = new int[400];
    for (int s = 0; s < 20; s++) {
      double[] home = {random.nextNormal(), random.nextNormal()};
      for (int i = 20 * s; i < 20 * (s + 1); i++) {
        x[i] = new double[] {home[0] + 0.05 * random.nextNormal(), home[1]};
        subjects[i] = s;
        labels[i] = s % 2;
      }
    }
    Classifier.Learner learner = (rows, of) -> NearestNeighbors.fit(rows, of, 3);
    int[] mixed = CrossValidation.classify(x, labels, Folds.stratified(labels, 8, random), learner);
    int[] apart = CrossValidation.classify(x, labels, Folds.leaveOneGroupOut(subjects), learner);
    assertThat(ClassMetrics.accuracy(labels, mixed)).isGreaterThan(0.95);
    assertThat(ClassMetrics.accuracy(labels, apart)).isBetween(0.2, 0.75);
  }

  @Test
  void bestPenaltyIsLargeForNoiseAndSmallForALine() {
    double[][] x = new double[60][20];
    double[][] line = new double[60][1];
    double[][] noise = new double[60][1];
    for (int i = 0; i < 60; i++) {
      Arrays.setAll(x[i], j -> random.nextNormal());
      line[i][0] = x[i][0] - 2 * x[i][3];
      noise[i][0] = random.nextNormal();
    }
    double[] lambdas = {1e-6, 1, 1e6};
    List<Fold> folds = Folds.random(60, 5, random);
    assertThat(CrossValidation.bestLambda(x, line, lambdas, Bias.FREE, folds)).isEqualTo(1e-6);
    assertThat(CrossValidation.bestLambda(x, noise, lambdas, Bias.FREE, folds)).isEqualTo(1e6);
  }

  /** scipy.stats.permutation_test over all signs: 0.0625. */
  @Test
  void fewPairsAreTestedExactly() {
    double[] differences = {0.5, 0.5, -0.3, 2.1, 0.7, 2.4};
    assertThat(PermutationTest.ofSigns(differences, 0, random)).isEqualTo(0.0625);
    double[] many = new double[40];
    Arrays.setAll(many, i -> i % 2 == 0 ? 1 : -1.0);
    assertThat(PermutationTest.ofSigns(many, 200, random)).isEqualTo(1);
    Arrays.fill(many, 1);
    assertThat(PermutationTest.ofSigns(many, 199, random)).isEqualTo(1 / 200.0);
  }

  /** Under the null, p-values are uniform: 5 % of them are below 0.05. */
  @Test
  void permutationTestKeepsItsLevel() {
    int below = 0;
    for (int trial = 0; trial < 400; trial++) {
      double[] a = new double[8];
      double[] b = new double[8];
      Arrays.setAll(a, i -> random.nextNormal());
      Arrays.setAll(b, i -> random.nextNormal());
      below += PermutationTest.ofMeans(a, b, 99, random) <= 0.05 ? 1 : 0;
    }
    assertThat(below).isBetween(8, 34); // mean 20, deviation 4.4
    double[] far = {10, 11, 12, 13, 14, 15};
    assertThat(PermutationTest.ofMeans(far, new double[6], 999, random)).isLessThan(0.01);
  }

  @Test
  void shuffledGroupsKeepOneLabelEach() {
    int[] groups = {5, 5, 9, 9, 9, 1};
    int[] labels = {0, 0, 1, 1, 1, 1};
    for (int i = 0; i < 20; i++) {
      int[] shuffled = PermutationTest.shuffledByGroup(labels, groups, random);
      assertThat(shuffled[0]).isEqualTo(shuffled[1]);
      assertThat(shuffled[2]).isEqualTo(shuffled[3]).isEqualTo(shuffled[4]);
      assertThat(shuffled[0] + shuffled[2] + shuffled[5]).isEqualTo(2);
    }
    assertThatThrownBy(() -> PermutationTest.shuffledByGroup(new int[] {0, 1}, new int[2], random))
        .hasMessage("group 0 has several labels");
  }

  /** Coefficient of variation; scipy.stats.bootstrap with 200,000 draws. */
  @Test
  void intervalsAreThoseOfScipy() {
    double[] sample = {
      8.26, 6.33, 10.4, 5.27, 5.35, 5.61, 6.12, 6.19, 5.2, 7.01, 8.74, 7.78, 7.02, 6, 6.5, 5.8,
      5.12, 7.41, 6.52, 6.21, 12.28, 5.6, 5.38, 6.6, 8.74
    };
    Interval percentile =
        Bootstrap.percentile(sample, ValidationTest::variation, 0.95, 40_000, random);
    assertThat(percentile.estimate()).isCloseTo(0.24737024423748963, within(1e-14));
    assertThat(percentile.low()).isCloseTo(0.1454, within(0.004));
    assertThat(percentile.high()).isCloseTo(0.3126, within(0.004));
    Interval corrected =
        Bootstrap.corrected(sample, ValidationTest::variation, 0.95, 40_000, random);
    assertThat(corrected.low()).isCloseTo(0.1757, within(0.004));
    assertThat(corrected.high()).isCloseTo(0.3478, within(0.006));
  }

  private static double variation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return Math.sqrt(variance) / mean;
  }

  /** A 90 % interval of a normal mean holds it nine times in ten. */
  @Test
  void intervalsCoverTheTruthAsOftenAsTheySay() {
    int covered = 0;
    for (int trial = 0; trial < 300; trial++) {
      double[] sample = new double[40];
      Arrays.setAll(sample, i -> 3 + random.nextNormal());
      Interval interval =
          Bootstrap.corrected(
              sample, s -> Arrays.stream(s).average().orElseThrow(), 0.9, 400, random);
      covered += interval.contains(3) ? 1 : 0;
    }
    assertThat(covered / 300.0).isBetween(0.83, 0.95);
  }

  /** By hand, and scipy.stats.false_discovery_control. */
  @Test
  void manyTestsAreAdjusted() {
    double[] p = {0.02, 0.005, 0.13, 0.011, 0.04};
    assertThat(MultipleTests.holm(p))
        .containsExactly(new double[] {0.06, 0.025, 0.13, 0.044, 0.08}, within(1e-15));
    assertThat(MultipleTests.benjaminiHochberg(p))
        .containsExactly(new double[] {1 / 30.0, 0.025, 0.13, 0.0275, 0.05}, within(1e-15));
    assertThat(MultipleTests.holm(new double[] {0.6, 0.7})).containsExactly(1, 1);
    assertThatThrownBy(() -> MultipleTests.holm(new double[] {1.5}))
        .hasMessage("a p-value is in [0, 1], given 1.5");
  }
}
