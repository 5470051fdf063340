package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Rewindable;
import dev.glia.api.testkit.Trial;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewindTest {
  private static Trial deploy(int threads) {
    return Trial.of(
        new CpuDriver(), TestNetworks.everything(), new DeployOptions(threads, Map.of()));
  }

  private static NetworkState moved(NetworkState state, long tick) {
    NetworkState.Builder moved = state.toBuilder().setTick(tick);
    for (PopulationState.Builder population : moved.getPopulationsBuilderList()) {
      for (PastSpikes.Builder spikes : population.getSpikesBuilderList()) {
        spikes.setTick(spikes.getTick() + tick - state.getTick());
      }
    }
    return moved.build();
  }

  private static void freeze(Trial trial) throws Exception {
    trial.deployment().setLearning("noise->cells", false);
    trial.deployment().setLearning("recurrent", false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void rewindingIsRestoringAStateThatWasMoved(int threads) throws Exception {
    double[] rates = new double[150];
    java.util.Arrays.fill(rates, 300);
    try (Trial trial = deploy(threads);
        Trial other = deploy(1)) {
      trial.run(500);
      freeze(trial);
      // Spikes of the last ticks are still on their way.
      NetworkState state = trial.deployment().snapshot();
      assertThat(state.getPopulations(0).getSpikesList()).isNotEmpty();
      Rewindable rewindable = (Rewindable) trial.deployment();
      rewindable.mark();
      assertThat(trial.deployment().snapshot()).isEqualTo(state);
      for (long tick : new long[] {500, 12_345, 17, 5_000_000_000L}) {
        trial.deployment().setParameter("noise", "rate", rates); // arrays are new ones now
        trial.run(77);
        trial.deployment().setParameter("noise", "rate", new double[] {80});
        rewindable.rewind(tick);
        assertThat(trial.deployment().now()).isEqualTo(tick);
        other.deployment().restore(moved(state, tick));
        assertThat(trial.deployment().snapshot()).isEqualTo(other.deployment().snapshot());
        trial.run(200);
        other.run(200);
        assertThat(trial.deployment().snapshot()).isEqualTo(other.deployment().snapshot());
      }
    }
  }

  @Test
  void nothingMarkedIsNothingToReturnTo() {
    try (Trial trial = deploy(1)) {
      assertThatThrownBy(() -> ((Rewindable) trial.deployment()).rewind(0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no state was marked to return to");
    }
  }
}
