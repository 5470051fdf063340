package dev.glia.neurons.conductance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The Hopf case of Rinzel and Ermentrout (1998); 0.1 nA stands for 1 uA/cm^2. */
class MorrisLecarTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("morris-lecar");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  private Trial driven(String current) {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("cell", 1, model().equations(), c -> c.current("i", "i_syn", current))
            .probeSpikes("cell")
            .probe("cell", "v");
    return Trial.of(driver(), network.build()).run(20_000);
  }

  private static double[] late(Trial trial) {
    double[] v = trial.trace("cell", "v", 0);
    return Arrays.copyOfRange(v, v.length / 2, v.length);
  }

  @Test
  void restsNearMinus61() {
    try (Trial trial = driven("0 nA")) {
      assertThat(late(trial)[0]).isCloseTo(-60.86e-3, within(0.05e-3));
    }
  }

  @Test
  void firesOncePerCycleAboveTheHopfPoint() {
    try (Trial trial = driven("10 nA")) {
      long[] ticks = trial.spikes("cell").ticks();
      double[] v = late(trial);
      assertThat(Arrays.stream(v).max().getAsDouble()).isGreaterThan(20e-3);
      assertThat(Arrays.stream(v).min().getAsDouble()).isLessThan(-35e-3);
      // The onset frequency is finite, some 10 Hz: class 2.
      assertThat(ticks.length / 2.0).isBetween(6.0, 16.0);
      long[] intervals = new long[ticks.length - 1];
      Arrays.setAll(intervals, i -> ticks[i + 1] - ticks[i]);
      assertThat(intervals[intervals.length - 1])
          .isCloseTo(intervals[intervals.length - 2], within(2L));
    }
  }

  @Test
  void isQuietBelowTheHopfPoint() {
    try (Trial trial = driven("8 nA")) {
      double[] v = late(trial);
      assertThat(Arrays.stream(v).max().getAsDouble() - Arrays.stream(v).min().getAsDouble())
          .isLessThan(1e-3);
      assertThat(Arrays.stream(trial.spikes("cell").ticks()).filter(t -> t > 10_000)).isEmpty();
    }
  }

  @Test
  void isQuietAgainAboveTheUpperHopfPoint() {
    // Near 212 uA/cm^2.
    try (Trial trial = driven("23 nA")) {
      assertThat(Arrays.stream(trial.spikes("cell").ticks()).filter(t -> t > 10_000)).isEmpty();
    }
  }
}
