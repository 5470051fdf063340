package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.Trial;
import dev.glia.v1.NetworkState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same results again, whatever the number of threads. */
abstract class DeterminismTests extends DriverTests {
  @Test
  void threadsDontChangeSpikesNorState() throws Exception {
    assumeTrue(driver().numberFormat().deterministic(), "the driver doesn't claim determinism");
    Network network = Examples.everythingAtOnce(23);
    try (Trial expected = withThreads(network, 1)) {
      expected.run(800);
      assertThat(expected.spikes("cells").ticks()).hasSizeGreaterThan(20);
      NetworkState state = expected.deployment().snapshot();
      for (int threads : new int[] {1, 2, 3}) {
        try (Trial trial = withThreads(network, threads)) {
          trial.run(800);
          assertThatSpikes(trial.spikes("cells")).isSameAsSpikes(expected.spikes("cells"));
          assertThatSpikes(trial.spikes("noise")).isSameAsSpikes(expected.spikes("noise"));
          assertThat(trial.deployment().snapshot()).as("%d threads", threads).isEqualTo(state);
        }
      }
    }
  }

  private Trial withThreads(Network network, int threads) {
    return Trial.of(driver(), network, new DeployOptions(threads, Map.of()));
  }
}
