package dev.glia.signal.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import dev.glia.signal.simulation.Noise;
import dev.glia.signal.spectra.AnalyticSignal;
import dev.glia.signal.spectra.Spectrum;
import dev.glia.signal.spectra.Waves;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static RandomStream random(int entity) {
    return new RandomStream(7, "test", entity);
  }

  private static double[] wave(double hz, double phase) {
    return Waves.of(2000, i -> Math.cos(2 * Math.PI * hz * i / 200 + phase));
  }

  @Test
  void wavesOfOneFrequencyAreLocked() {
    AnalyticSignal a = AnalyticSignal.of(wave(10, 0));
    AnalyticSignal late = AnalyticSignal.of(wave(10, 1.1));
    AnalyticSignal other = AnalyticSignal.of(wave(11, 0));
    assertThat(Synchrony.phaseLocking(a, late)).isCloseTo(1, within(1e-9));
    assertThat(Synchrony.phaseLocking(a, other)).isCloseTo(0, within(1e-9)); // whole cycles
    assertThat(Synchrony.weightedPhaseLag(a, late)).isCloseTo(1, within(1e-9));
  }

  @Test
  void weightedPhaseLagIsBlindForWhatComesAtOnce() {
    double[] shared = Noise.white(4000, random(1));
    double[] own = Noise.white(4000, random(2));
    AnalyticSignal a = AnalyticSignal.of(shared);
    AnalyticSignal mixed = AnalyticSignal.of(Waves.of(4000, i -> 2 * shared[i] + own[i]));
    assertThat(Synchrony.phaseLocking(a, mixed)).isGreaterThan(0.7);
    assertThat(Synchrony.weightedPhaseLag(a, mixed)).isLessThan(0.06);
  }

  /** Mean amplitudes of bins are {@code 1 + m sin(Δ)/Δ cos(center)}, Δ half a bin. */
  @Test
  void modulationIndexIsThatOfTheClosedForm() {
    int bins = 18;
    double depth = 0.6;
    double[] phase = Waves.of(180_000, i -> -Math.PI + 2 * Math.PI * (i + 0.5) / 180_000);
    double[] amplitude = Arrays.stream(phase).map(p -> 1 + depth * Math.cos(p)).toArray();
    double entropy = 0;
    double half = Math.PI / bins;
    for (int b = 0; b < bins; b++) {
      double center = -Math.PI + (2 * b + 1) * half;
      double p = (1 + depth * Math.sin(half) / half * Math.cos(center)) / bins;
      entropy += p * Math.log(p);
    }
    assertThat(PhaseAmplitudeCoupling.modulationIndex(phase, amplitude, bins))
        .isCloseTo(1 + entropy / Math.log(bins), within(1e-9));
    double[] even = new double[phase.length];
    Arrays.fill(even, 3);
    assertThat(PhaseAmplitudeCoupling.modulationIndex(phase, even, bins))
        .isCloseTo(0, within(1e-12));
  }

  /** A wave's changes are a wave, {@code 2 sin(ω/2)} as large. */
  @Test
  void mobilityOfAWaveIsItsFrequency() {
    double[] wave = wave(10, 0.3);
    double omega = 2 * Math.PI * 10 / 200;
    assertThat(Moments.mobility(wave)).isCloseTo(2 * Math.sin(omega / 2), within(1e-4));
    assertThat(Moments.complexity(wave)).isCloseTo(1, within(1e-3));
  }

  @Test
  void momentsAreThoseOfTheDefinition() {
    double[] values = {1, 2, 3, 10, 0.5};
    assertThat(Moments.variance(values)).isCloseTo(11.96, within(1e-12));
    double mean = 3.3;
    double third = Arrays.stream(values).map(v -> Math.pow(v - mean, 3)).sum() / 5;
    assertThat(Moments.skewness(values)).isCloseTo(third / Math.pow(11.96, 1.5), within(1e-12));
    assertThat(Moments.median(values)).isEqualTo(2);
    assertThat(Moments.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
  }

  @Test
  void fluctuationsOfColoredNoiseFollowItsExponent() {
    for (double color : new double[] {0, 0.4, 0.8}) {
      double sum = 0;
      for (int i = 0; i < 8; i++) {
        double[] noise = Noise.colored(8192, color, 128, random(i));
        sum += DetrendedFluctuation.exponent(noise, 16, 32, 64, 128, 256) / 8;
      }
      assertThat(sum).as("1/f^" + color).isCloseTo((1 + color) / 2, within(0.05));
    }
  }

  @Test
  void avalanchesAreRunsOfBinsThatArentEmpty() {
    Avalanches avalanches = Avalanches.of(new int[] {0, 2, 4, 1, 0, 0, 3, 0, 1});
    assertThat(avalanches.sizes()).containsExactly(7, 3, 1);
    assertThat(avalanches.durations()).containsExactly(3, 1, 1);
    assertThat(avalanches.branchingRatio())
        .isCloseTo((2 + 0.25 + 0 + 0) / 4, within(1e-12)); // the last bin has no next
  }

  @Test
  void branchingRatioOfABranchingProcessIsItsParameter() {
    RandomStream random = random(3);
    int[] activity = new int[200_000];
    for (int t = 1; t < activity.length; t++) {
      activity[t] = random.nextPoisson(0.8 * activity[t - 1] + 0.001);
    }
    assertThat(Avalanches.of(activity).branchingRatio()).isCloseTo(0.8, within(0.02));
  }

  @Test
  void eventsAreCountedByBinAndChannel() {
    double[] quiet = new double[100];
    double[] loud = new double[100];
    loud[10] = 5;
    loud[11] = 5;
    loud[50] = -5;
    assertThat(Avalanches.of(new double[][] {loud, quiet, loud}, 2.5, 4).activity())
        .hasSize(25)
        .satisfies(a -> assertThat(a[2]).isEqualTo(2))
        .satisfies(a -> assertThat(a[12]).isEqualTo(2))
        .satisfies(a -> assertThat(Arrays.stream(a).sum()).isEqualTo(4));
  }

  @Test
  void entropyOfNoiseIsLargeAndOfOrderSmall() {
    double[] noise = Noise.white(3000, random(4));
    double[] ramp = Waves.of(3000, i -> i);
    assertThat(Entropies.permutation(noise, 3, 1)).isCloseTo(1, within(0.01));
    assertThat(Entropies.permutation(ramp, 3, 1)).isZero();
    assertThat(Entropies.spectral(new double[] {0, 3, 0, 0})).isZero();
    assertThat(Entropies.spectral(new double[] {2, 2, 2, 2})).isCloseTo(1, within(1e-12));
    // Gaussian noise, r = 0.2 sd: -ln erf(r/2) for patterns of any length.
    assertThat(Entropies.sample(noise, 2, 0.2)).isCloseTo(-Math.log(0.1125), within(0.15));
    assertThat(Entropies.sample(wave(10, 0), 2, 0.2 * Math.sqrt(0.5)))
        .isLessThan(Entropies.sample(noise, 2, 0.2) / 4);
  }

  /** The pattern up-up, up-down …: 4 7 9 10 6 11 3, the example of Bandt and Pompe (2002). */
  @Test
  void permutationEntropyIsThatOfItsAuthorsExample() {
    double[] values = {4, 7, 9, 10, 6, 11, 3};
    double bits2 = -(4.0 / 6 * log2(4.0 / 6) + 2.0 / 6 * log2(2.0 / 6));
    double bits3 = -(2 * 2.0 / 5 * log2(2.0 / 5) + 1.0 / 5 * log2(1.0 / 5));
    assertThat(bits2).isCloseTo(0.918, within(1e-3));
    assertThat(Entropies.permutation(values, 2, 1)).isCloseTo(bits2, within(1e-12));
    assertThat(Entropies.permutation(values, 3, 1)).isCloseTo(bits3 / log2(6), within(1e-12));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void aSpectrumOfKnownPartsIsTakenApart() {
    int n = 87; // 2 to 45 Hz
    double[] hz = Waves.of(n, k -> 2 + 0.5 * k);
    double[] density =
        Arrays.stream(hz)
            .map(
                f ->
                    Math.pow(
                        10,
                        1.5
                            - 1.3 * Math.log10(f)
                            + 0.8 * Math.exp(-0.5 * Math.pow((f - 10) / 1.2, 2))
                            + 0.4 * Math.exp(-0.5 * Math.pow((f - 21) / 2.5, 2))))
            .toArray();
    AperiodicFit fit = AperiodicFit.of(new Spectrum(hz, density), AperiodicFit.Search.USUAL);
    assertThat(fit.exponent()).isCloseTo(1.3, within(0.02));
    assertThat(fit.offset()).isCloseTo(1.5, within(0.03));
    assertThat(fit.peaks()).hasSizeBetween(2, 3);
    assertThat(fit.peaks().get(0).hz()).isCloseTo(10, within(0.05));
    assertThat(fit.peaks().get(0).height()).isCloseTo(0.8, within(0.03));
    assertThat(fit.peaks().get(0).sd()).isCloseTo(1.2, within(0.05));
    assertThat(fit.peaks().get(1).hz()).isCloseTo(21, within(0.3));
    assertThat(fit.error()).isLessThan(0.02);
  }

  @Test
  void aSpectrumWithoutPeaksIsALine() {
    double[] hz = Waves.of(87, k -> 2 + 0.5 * k);
    double[] density = Arrays.stream(hz).map(f -> 7 * Math.pow(f, -1.7)).toArray();
    AperiodicFit fit = AperiodicFit.of(new Spectrum(hz, density), AperiodicFit.Search.USUAL);
    assertThat(fit.exponent()).isCloseTo(1.7, within(1e-9));
    assertThat(fit.peaks()).isEmpty();
  }
}
