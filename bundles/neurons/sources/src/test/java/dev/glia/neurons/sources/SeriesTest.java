package dev.glia.neurons.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeviceException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void seriesSourceShowsWhatIsSetAndKeepsIt() throws DeviceException {
    Network network =
        TestNetwork.with("1 ms")
            .population("series", 2, ModelResources.neuron("series-source").equations())
            .probe("series", "r")
            .build();
    try (Trial trial = Trial.of(new ReferenceDriver(), network)) {
      OutputBlock out = new OutputBlock(network);
      trial.deployment().setParameter("series", "value", new double[] {0.25, -3});
      trial.deployment().advance(2, InputBlock.EMPTY, out);
      assertThat(out.record(0).samples()).startsWith(0.25f, -3, 0.25f, -3);
      trial.deployment().setParameter("series", "value", new double[] {7});
      trial.deployment().advance(1, InputBlock.EMPTY, out);
      assertThat(out.record(0).samples()).startsWith(7, 7);
    }
  }

  @Test
  void randomSeriesIsUniformBetweenItsBounds() {
    Network network =
        TestNetwork.with("1 ms")
            .population(
                "series",
                1,
                ModelResources.neuron("random-series").equations(),
                s -> s.set("low", "-2").set("high", "4"))
            .probe("series", "r")
            .build();
    try (Trial trial = Trial.of(new ReferenceDriver(), network).run(4000)) {
      double[] r = trial.trace("series", "r", 0);
      double mean = 0;
      double square = 0;
      double lagged = 0;
      for (int t = 0; t < 4000; t++) {
        assertThat(r[t]).isBetween(-2.0, 4.0);
        mean += r[t] / 4000;
        square += (r[t] - 1) * (r[t] - 1) / 4000;
        lagged += t == 0 ? 0 : (r[t] - 1) * (r[t - 1] - 1) / 4000;
      }
      assertThat(mean).isCloseTo(1, within(0.14)); // 5 standard errors
      assertThat(square).isCloseTo(3, within(0.22));
      assertThat(lagged).isCloseTo(0, within(0.24));
    }
  }
}
