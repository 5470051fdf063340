package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Solver;
import dev.glia.api.network.Network;
import dev.glia.api.random.CounterRandom;
import dev.glia.api.random.Streams;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Random numbers: the right ones, and rightly distributed. Seeds are fixed, and bounds lie five
 * standard deviations off, so a driver that draws other numbers passes all but the first test.
 */
abstract class RandomnessTests extends DriverTests {
  private static final int CELLS = 100;
  private static final int TICKS = 10_000;
  private static final double P = 0.0078125; // a power of two, the same in any binary format

  private Network sources(long seed) {
    return TestNetwork.with("1 s")
        .seed(seed)
        .population("noise", CELLS, Models.poisson(), p -> p.set("rate", P))
        .probeSpikes("noise")
        .build();
  }

  @Test
  void drawsAreThoseOfTheCounterBasedGenerator() {
    try (Trial trial = deploy(sources(42)).run(500)) {
      long key = Streams.key(42, Streams.ofCall("noise", 0));
      SpikeTrains spikes = trial.spikes("noise");
      int found = 0;
      for (int tick = 0; tick < 500; tick++) {
        for (int i = 0; i < CELLS; i++) {
          if (CounterRandom.uniform(CounterRandom.bits(key, i >> 2, tick, i & 3)) < P) {
            assertThat(found)
                .as("spikes before tick %d", tick + 1)
                .isLessThan(spikes.ticks().length);
            assertThat(spikes.ticks()[found]).isEqualTo(tick + 1);
            assertThat(spikes.neurons()[found++]).isEqualTo(i);
          }
        }
      }
      assertThatSpikes(spikes).hasCount(found);
    }
  }

  @Test
  void sourceIsAPoissonProcess() {
    try (Trial trial = deploy(sources(7)).run(TICKS)) {
      SpikeTrains spikes = trial.spikes("noise");
      double mean = P * CELLS * TICKS;
      double deviation = Math.sqrt(mean * (1 - P));
      assertThat((double) spikes.ticks().length)
          .as("number of spikes")
          .isBetween(mean - 5 * deviation, mean + 5 * deviation);
      assertIntervalsAreGeometric(spikes);
      assertCountsAreBinomial(spikes);
    }
  }

  private static void assertIntervalsAreGeometric(SpikeTrains spikes) {
    long[] last = new long[CELLS];
    double[] intervals = new double[spikes.ticks().length];
    for (int k = 0; k < intervals.length; k++) {
      int i = spikes.neurons()[k];
      intervals[k] = spikes.ticks()[k] - last[i];
      last[i] = spikes.ticks()[k];
    }
    double mean = Arrays.stream(intervals).average().orElseThrow();
    double variance =
        Arrays.stream(intervals).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double error = 1 / Math.sqrt(intervals.length);
    assertThat(mean * P).as("mean interval times rate").isBetween(0.97, 1.03);
    // The CV of n exponential intervals scatters with 1/sqrt(n).
    assertThat(Math.sqrt(variance) / mean)
        .as("coefficient of variation")
        .isBetween(Math.sqrt(1 - P) - 5 * error, Math.sqrt(1 - P) + 5 * error);
  }

  /** Windows of 100 ticks hold binomially many spikes: chi-square over the counts. */
  private static void assertCountsAreBinomial(SpikeTrains spikes) {
    int window = 100;
    int[] counts = new int[CELLS * TICKS / window];
    for (int k = 0; k < spikes.ticks().length; k++) {
      int slot = (int) ((spikes.ticks()[k] - 1) / window);
      counts[spikes.neurons()[k] * (TICKS / window) + slot]++;
    }
    int[] observed = new int[6];
    for (int count : counts) {
      observed[Math.min(count, 5)]++;
    }
    double chiSquare = 0;
    double left = 1;
    double probability = Math.pow(1 - P, window);
    for (int n = 0; n < 6; n++) {
      double expected = counts.length * (n < 5 ? probability : left);
      chiSquare += (observed[n] - expected) * (observed[n] - expected) / expected;
      left -= probability;
      probability *= (double) (window - n) / (n + 1) * P / (1 - P);
    }
    // Five degrees of freedom: above 30 once in 70,000 seeds.
    assertThat(chiSquare).as("chi-square of counts").isLessThan(30);
  }

  @Test
  void cellsAndTicksAreIndependent() {
    try (Trial trial = deploy(sources(7)).run(TICKS)) {
      SpikeTrains spikes = trial.spikes("noise");
      int[] perCell = new int[CELLS];
      int[] perTick = new int[TICKS + 1];
      for (int k = 0; k < spikes.ticks().length; k++) {
        perCell[spikes.neurons()[k]]++;
        perTick[(int) spikes.ticks()[k]]++;
      }
      double cellMean = P * TICKS;
      assertThat(variance(perCell, cellMean) / (cellMean * (1 - P)))
          .as("variance of counts over cells, relative to a binomial one")
          .isBetween(1 - 5 * Math.sqrt(2.0 / CELLS), 1 + 5 * Math.sqrt(2.0 / CELLS));
      double tickMean = P * CELLS;
      assertThat(
              variance(Arrays.copyOfRange(perTick, 1, TICKS + 1), tickMean) / (tickMean * (1 - P)))
          .as("variance of counts over ticks, relative to a binomial one")
          .isBetween(0.9, 1.1);
    }
  }

  private static double variance(int[] counts, double mean) {
    return Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).average().orElseThrow();
  }

  @Test
  void seedsMatter() {
    try (Trial first = deploy(sources(1)).run(1000);
        Trial second = deploy(sources(2)).run(1000);
        Trial again = deploy(sources(1)).run(1000)) {
      assertThat(second.spikes("noise").ticks()).isNotEqualTo(first.spikes("noise").ticks());
      assertThatSpikes(again.spikes("noise")).isSameAsSpikes(first.spikes("noise"));
    }
  }

  @Test
  void poissonDriveHasTheMeanAndVarianceOfItsRate() {
    Network network =
        TestNetwork.with(TICK)
            .population(
                "cells",
                CELLS,
                Models.integrator().build(),
                p ->
                    p.receptor("in", Models.delta(), "v")
                        .poisson("bombardment", "in", "25 kHz", "1 mV"))
            .probe("cells", "v")
            .build();
    int ticks = 1000;
    try (Trial trial = deploy(network).run(ticks)) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < CELLS; i++) {
        double[] v = trial.trace("cells", "v", i);
        for (int n = 1; n < ticks; n++) {
          double count = (v[n] - v[n - 1]) / MV;
          assertThat(count).isCloseTo(Math.rint(count), within(0.01));
          sum += count;
          squares += count * count;
        }
      }
      int samples = CELLS * (ticks - 1);
      double mean = sum / samples;
      double variance = squares / samples - mean * mean;
      double error = Math.sqrt(2.5 / samples);
      assertThat(mean).as("events a tick").isBetween(2.5 - 5 * error, 2.5 + 5 * error);
      assertThat(variance).as("their variance").isBetween(2.5 * 0.97, 2.5 * 1.03);
    }
  }

  @Test
  void whiteNoiseMakesAnOrnsteinUhlenbeckProcess() {
    NeuronEquations noisy =
        NeuronEquations.of("dv/dt = -v/tau + sigma*sqrt(2/tau)*xi : mV")
            .solve(Solver.EULER_MARUYAMA)
            .parameter("tau", "5 ms", "(0, inf)", "correlation time")
            .parameter("sigma", "2 mV", "[0, inf)", "standard deviation")
            .build();
    Network network =
        TestNetwork.with(TICK)
            .population("cells", 400, noisy)
            .probe("cells", "v", 400, 500)
            .build();
    try (Trial trial = deploy(network).run(10_000)) {
      double squares = 0;
      double lagged = 0;
      int samples = 0;
      for (int i = 0; i < 400; i++) {
        double[] v = trial.trace("cells", "v", i);
        for (int k = 1; k < v.length; k++) { // ten correlation times apart
          squares += v[k] * v[k];
          lagged += v[k] * v[k - 1];
          samples++;
        }
      }
      double expected = 4e-6 / (1 - DT / (2 * 5e-3)); // of the discrete process
      double error = 5 * Math.sqrt(2.0 / samples);
      assertThat(squares / samples / expected).as("variance").isBetween(1 - error, 1 + error);
      assertThat(lagged / squares)
          .as("correlation after ten time constants")
          .isBetween(-error, error);
    }
  }
}
