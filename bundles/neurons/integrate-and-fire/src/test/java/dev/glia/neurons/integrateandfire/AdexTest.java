package dev.glia.neurons.integrateandfire;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Firing patterns: Gerstner et al. 2014, table 6.1, doi:10.1017/CBO9781107447615. */
class AdexTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("adex");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  private long[] spikes(int ticks, Consumer<TestPopulation> details) {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("cell", 1, model().equations(), details)
            .probeSpikes("cell");
    try (Trial trial = Trial.of(driver(), network.build()).run(ticks)) {
      return trial.spikes("cell").ticks();
    }
  }

  private static long[] intervals(long[] ticks) {
    long[] intervals = new long[Math.max(0, ticks.length - 1)];
    Arrays.setAll(intervals, i -> ticks[i + 1] - ticks[i]);
    return intervals;
  }

  /** The cells of the table: 500 MOhm, from -70 mV, at 65 pA. */
  private long[] pattern(String c, String a, String tauW, String b, String reset) {
    return spikes(
        5000,
        cell ->
            cell.set("g_leak", "2 nS")
                .set("v_rest", "-70 mV")
                .start("v", "-70 mV")
                .set("v_threshold", "-50 mV")
                .set("c_m", c)
                .set("a", a)
                .set("tau_w", tauW)
                .set("b", b)
                .set("v_reset", reset)
                .current("step", "i_syn", "65 pA"));
  }

  @Test
  void restsAtTheLeakPotential() {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("cell", 1, model().equations())
            .probeSpikes("cell")
            .probe("cell", "v");
    try (Trial trial = Trial.of(driver(), network.build()).run(5000)) {
      // The onset current shifts it by delta_t*exp(-20.2/2), less than 0.1 uV.
      assertThat(trial.trace("cell", "v", 0)[4999]).isCloseTo(-70.6e-3, within(1e-6));
      assertThatSpikes(trial.spikes("cell")).isSilent();
    }
  }

  @Test
  void aCurrentStepMakesItAdapt() {
    long[] intervals = intervals(spikes(10_000, c -> c.current("step", "i_syn", "1 nA")));
    assertThat(intervals).hasSizeGreaterThan(8);
    assertThat(intervals[intervals.length - 1]).isGreaterThan(3 * intervals[0] / 2);
    for (int i = 1; i < intervals.length; i++) {
      assertThat(intervals[i]).isGreaterThanOrEqualTo(intervals[i - 1] - 1);
    }
  }

  @Test
  void rheobaseIsWhereTheFixedPointLosesStability() {
    // (g + a)*(v_T - E - D + D*ln(1 + a/g)) + D*g*(a/g - tau_m/tau_w): Touboul and Brette 2008.
    double rheobase =
        34e-9 * (20.2e-3 - 2e-3 + 2e-3 * Math.log(1 + 4.0 / 30))
            + 2e-3 * 30e-9 * (4.0 / 30 - 281e-12 / 30e-9 / 144e-3);
    long[] above = spikes(20_000, c -> c.current("step", "i_syn", 1.02 * rheobase));
    long[] below = spikes(20_000, c -> c.current("step", "i_syn", 0.9 * rheobase));
    assertThat(Arrays.stream(above).filter(tick -> tick > 15_000)).isNotEmpty();
    assertThat(Arrays.stream(below).filter(tick -> tick > 15_000)).isEmpty();
  }

  @Test
  void tonicCellsKeepTheirRate() {
    long[] intervals = intervals(pattern("40 pF", "0 nS", "30 ms", "60 pA", "-55 mV"));
    assertThat(intervals).hasSizeGreaterThan(4);
    long[] settled = Arrays.copyOfRange(intervals, 2, intervals.length);
    assertThat(Arrays.stream(settled).max().getAsLong())
        .isLessThanOrEqualTo(Arrays.stream(settled).min().getAsLong() * 11 / 10);
  }

  @Test
  void initialBurstersBurstOnce() {
    long[] intervals = intervals(pattern("10 pF", "0.5 nS", "100 ms", "7 pA", "-51 mV"));
    assertThat(intervals).hasSizeGreaterThan(5);
    assertThat(intervals[0]).isLessThan(100);
    long[] late = Arrays.copyOfRange(intervals, intervals.length / 2, intervals.length);
    assertThat(Arrays.stream(late).min().getAsLong()).isGreaterThan(2 * intervals[0]);
  }

  @Test
  void burstersBurstAgainAndAgain() {
    long[] intervals = intervals(pattern("10 pF", "-0.5 nS", "100 ms", "7 pA", "-46 mV"));
    long shortest = Arrays.stream(intervals).min().orElseThrow();
    long pauses = Arrays.stream(intervals).filter(i -> i > 4 * shortest).count();
    long inside = Arrays.stream(intervals).filter(i -> i < 2 * shortest).count();
    assertThat(pauses).isGreaterThanOrEqualTo(3);
    assertThat(inside).isGreaterThan(pauses);
  }

  @Test
  void aHugeStepOverThePeakDoesNotReachTheAdaptation() {
    TestNetwork network =
        TestNetwork.with("1 ms")
            .population("cell", 1, model().equations(), c -> c.current("i", "i_syn", "20 nA"))
            .probe("cell", "w_adapt");
    try (Trial trial = Trial.of(driver(), network.build()).run(1000)) {
      for (double w : trial.trace("cell", "w_adapt", 0)) {
        assertThat(w).isBetween(-1e-9, 20e-9);
      }
    }
  }
}
