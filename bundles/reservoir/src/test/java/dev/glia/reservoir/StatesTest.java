package dev.glia.reservoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatesTest {
  @Test
  void filteredSpikesDecayFromTheirTick() {
    SpikeTrains spikes =
        new SpikeTrains("liquid", 2, new long[] {3, 5, 10, 12}, new int[] {0, 0, 1, 0});
    double[][] states = SpikeFilter.states(spikes, 4, 5, 3);
    assertThat(states[0][0]).isCloseTo(1 + Math.exp(-0.5), within(1e-12));
    assertThat(states[0][1]).isZero();
    assertThat(states[1][1]).isEqualTo(1);
    assertThat(states[2][0])
        .isCloseTo(Math.exp(-3 / 4.0) + Math.exp(-10 / 4.0) + Math.exp(-12 / 4.0), within(1e-12));
  }

  @Test
  void targetRatesHaveTheirMeansAndStayInBounds() {
    RandomStream random = new RandomStream(1, "rates", 0);
    double[] normal = TargetRates.normal(4000, 0.4, 0.1, 0.05, 0.95, random);
    double[] uniform = TargetRates.uniform(4000, 0.2, 0.6, random);
    double[] logNormal = TargetRates.logNormal(4000, 0.3, 0.1, 0.01, 2, random);
    assertThat(mean(normal)).isCloseTo(0.4, within(0.008)); // 5 standard errors
    assertThat(mean(uniform)).isCloseTo(0.4, within(0.01));
    assertThat(mean(logNormal)).isCloseTo(0.3, within(0.008));
    double variance = Arrays.stream(logNormal).map(r -> (r - 0.3) * (r - 0.3)).average().orElse(0);
    assertThat(Math.sqrt(variance)).isCloseTo(0.1, within(0.012));
    double[] clipped = TargetRates.normal(500, 0.9, 0.5, 0.05, 0.95, random);
    assertThat(Arrays.stream(clipped).max().orElseThrow()).isEqualTo(0.95);
    assertThat(Arrays.stream(clipped).min().orElseThrow()).isBetween(0.05, 0.3);
    assertThat(TargetRates.homogeneous(2, 0.3)).containsExactly(0.3, 0.3);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
