package dev.glia.neurons.integrateandfire;

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

/** Cell types of figure 2 of the paper, all at a current of 10. */
class IzhikevichTest extends NeuronModelContract {
  private static final Consumer<TestPopulation> REGULAR = cell -> {};
  private static final Consumer<TestPopulation> FAST =
      cell -> cell.set("a", "0.1 1/ms").set("d", "2 mV/ms");
  private static final Consumer<TestPopulation> CHATTERING =
      cell -> cell.set("c", "-50 mV").set("d", "2 mV/ms");

  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("izhikevich");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  /** Spike times in ms within a second. */
  private double[] spikes(Consumer<TestPopulation> type, String current) {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population(
                "cell", 1, model().equations(), type.andThen(c -> c.current("i", "i_syn", current)))
            .probeSpikes("cell");
    try (Trial trial = Trial.of(driver(), network.build()).run(10_000)) {
      return Arrays.stream(trial.spikes("cell").ticks()).mapToDouble(t -> t * 0.1).toArray();
    }
  }

  private static double[] intervals(double[] times) {
    double[] intervals = new double[Math.max(0, times.length - 1)];
    Arrays.setAll(intervals, i -> times[i + 1] - times[i]);
    return intervals;
  }

  @Test
  void restsAtMinus70() {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("cell", 1, model().equations())
            .probe("cell", "v")
            .probe("cell", "u");
    try (Trial trial = Trial.of(driver(), network.build()).run(20_000)) {
      assertThat(trial.trace("cell", "v", 0)[19_999]).isCloseTo(-70e-3, within(1e-6));
      assertThat(trial.trace("cell", "u", 0)[19_999]).isCloseTo(-14, within(1e-3)); // V/s
    }
  }

  @Test
  void regularSpikingCellsAdapt() {
    double[] intervals = intervals(spikes(REGULAR, "10 mV/ms"));
    assertThat(intervals.length).isBetween(17, 30);
    assertThat(intervals[intervals.length - 1]).isGreaterThan(1.5 * intervals[0]);
  }

  @Test
  void fastSpikingCellsDoNotAdaptAndAreFaster() {
    double[] fast = spikes(FAST, "10 mV/ms");
    double[] intervals = intervals(fast);
    assertThat(fast.length).isGreaterThan(2 * spikes(REGULAR, "10 mV/ms").length);
    assertThat(intervals[intervals.length - 1]).isCloseTo(intervals[3], within(1.0));
  }

  @Test
  void chatteringCellsFireBurstsOfShortIntervals() {
    double[] intervals = intervals(spikes(CHATTERING, "10 mV/ms"));
    long inside = Arrays.stream(intervals).filter(i -> i < 10).count();
    long between = Arrays.stream(intervals).filter(i -> i > 20).count();
    assertThat(between).isGreaterThanOrEqualTo(5);
    assertThat(inside).isGreaterThan(2 * between);
    assertThat(inside + between).isGreaterThanOrEqualTo(intervals.length - 2L);
  }

  @Test
  void restIsStableUpToItsBifurcation() {
    // Rest loses its stability where 0.08*v + 5 = a, at a current of 3.775.
    assertThat(Arrays.stream(spikes(REGULAR, "3.5 mV/ms")).filter(t -> t > 500)).isEmpty();
    assertThat(Arrays.stream(spikes(REGULAR, "4.2 mV/ms")).filter(t -> t > 500)).isNotEmpty();
  }

  @Test
  void ratesAgreeWithThePublishedLoop() {
    // The loop of the paper takes half steps of 0.5 ms; it's compared at 0.05 ms, where both
    // converge.
    for (double current : new double[] {6, 10, 20}) {
      int published = publishedLoop(current, 0.05);
      int ours = spikes(REGULAR, current + " mV/ms").length;
      assertThat(ours).as("at %s", current).isCloseTo(published, within(1));
    }
  }

  /** Number of spikes in a second. */
  private static int publishedLoop(double current, double dt) {
    double v = -65;
    double u = 0.2 * v;
    int count = 0;
    for (int n = 0; n < Math.round(1000 / dt); n++) {
      if (v >= 30) {
        v = -65;
        u += 8;
        count++;
      }
      v += dt / 2 * (0.04 * v * v + 5 * v + 140 - u + current);
      v += dt / 2 * (0.04 * v * v + 5 * v + 140 - u + current);
      u += dt * 0.02 * (0.2 * v - u);
    }
    return count;
  }
}
