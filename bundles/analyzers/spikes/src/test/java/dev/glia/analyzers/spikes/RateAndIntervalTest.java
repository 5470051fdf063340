package dev.glia.analyzers.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.component.Fault;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.ServiceClaims;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateAndIntervalTest {
  static Analyzer[] all() {
    return new Analyzer[] {
      new Accuracy(),
      new FiringRates(),
      new HopLatency(),
      new IntervalStatistics(),
      new Raster(),
      new Traces(),
      new WeightImages()
    };
  }

  @ParameterizedTest
  @MethodSource("all")
  void bundleRegistersWhatTheAnalyzerDescribes(Analyzer analyzer) throws IOException {
    ServiceClaims.check(analyzer);
  }

  @ParameterizedTest
  @MethodSource("all")
  void missingRecordsAreAskedFor(Analyzer analyzer) {
    assertThatThrownBy(() -> Results.of(analyzer, Recorded.of(1000)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(analyzer.descriptor().id() + " needs ")
        .hasMessageMatching(".*(Add a probe: \\{of: |Give the experiment a task).*");
  }

  @Test
  void rateIsSpikesPerSecondAndNeuron() {
    Recorded run = Recorded.of(2000).spikes("cells", every(100, 2000), new long[0]);
    Results results = Results.of(new FiringRates(), run);
    assertThat(results.metrics.get("firing-rates.cells")).isCloseTo(5, within(1e-12));
    assertThat(results.metrics.get("firing-rates.cells.sd")).isCloseTo(5, within(1e-12));
    assertThat(results.units.get("firing-rates.cells")).isEqualTo("Hz");
    assertThat(results.tables.get("firing-rates").get(0))
        .containsExactly("cells", "2", "20", "5.000", "5.000", "0.000", "10.000");
  }

  @Test
  void windowLeavesOutWhatComesBeforeAndAfter() {
    Recorded run = Recorded.of(2000).spikes("cells", every(100, 2000));
    Results results = Results.of(new FiringRates(), run, "from", "1 s", "until", "1.5 s");
    assertThat(results.tables.get("firing-rates").get(0).get(2)).isEqualTo("5"); // 1100 … 1500
    assertThat(results.metrics.get("firing-rates.cells")).isCloseTo(10, within(1e-12));
    assertThatThrownBy(() -> Results.of(new FiringRates(), run, "from", "2 s"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("the run took 2.0 s");
  }

  @Test
  void clockIsPerfectlyRegular() {
    Recorded run = Recorded.of(2000).spikes("cells", every(10, 2000));
    Results results = Results.of(new IntervalStatistics(), run);
    assertThat(results.metrics.get("interval-statistics.cells.cv")).isZero();
    assertThat(results.metrics.get("interval-statistics.cells.cv2")).isZero();
    assertThat(results.metrics.get("interval-statistics.cells.fano")).isZero();
  }

  @Test
  void knownIntervalsGiveKnownStatistics() {
    // intervals 10, 30, 20: mean 20, sd sqrt(200/3); pairs 2*20/40 and 2*10/50
    Recorded run = Recorded.of(200).spikes("cells", new long[] {10, 20, 50, 70}, new long[] {5, 9});
    Results results = Results.of(new IntervalStatistics(), run, "window", "50 ms");
    assertThat(results.metrics.get("interval-statistics.cells.cv"))
        .isCloseTo(Math.sqrt(200.0 / 3) / 20, within(1e-12));
    assertThat(results.metrics.get("interval-statistics.cells.cv2")).isCloseTo(0.7, within(1e-12));
    // counts 3 1 0 0: mean 1, variance 1.5; and 2 0 0 0: mean 0.5, variance 0.75
    assertThat(results.metrics.get("interval-statistics.cells.fano")).isCloseTo(1.5, within(1e-12));
    assertThat(results.tables.get("interval-statistics").get(0).get(1)).isEqualTo("1 of 2");
  }

  @Test
  void poissonTrainsHaveStatisticsOfOne() {
    long[][] trains = new long[40][];
    for (int neuron = 0; neuron < trains.length; neuron++) {
      RandomStream random = new RandomStream(3, neuron);
      trains[neuron] =
          LongStream.range(1, 200_000).filter(t -> random.nextDouble() < 0.005).toArray();
    }
    Results results =
        Results.of(new IntervalStatistics(), Recorded.of(200_000).spikes("cells", trains));
    assertThat(results.metrics.values()).allSatisfy(m -> assertThat(m).isCloseTo(1, within(0.02)));
    assertThat(results.metrics).hasSize(3);
  }

  @Test
  void slowChangesRaiseTheVariationButNotTheLocalOne() {
    long[] accelerating = new long[100];
    for (int i = 1; i < 100; i++) {
      accelerating[i] = accelerating[i - 1] + 200 - i;
    }
    Results results =
        Results.of(new IntervalStatistics(), Recorded.of(20_000).spikes("cells", accelerating));
    assertThat(results.metrics.get("interval-statistics.cells.cv")).isGreaterThan(0.15);
    assertThat(results.metrics.get("interval-statistics.cells.cv2")).isLessThan(0.01);
  }

  @Test
  void whatNoNeuronQualifiesForIsLeftOut() {
    Results results =
        Results.of(new IntervalStatistics(), Recorded.of(100).spikes("cells", new long[] {5, 9}));
    assertThat(results.metrics).isEmpty();
    assertThat(results.tables.get("interval-statistics").get(0))
        .containsExactly("cells", "0 of 1", "–", "–", "–");
  }

  static long[] every(long interval, long until) {
    return LongStream.rangeClosed(1, until / interval).map(i -> i * interval).toArray();
  }
}
