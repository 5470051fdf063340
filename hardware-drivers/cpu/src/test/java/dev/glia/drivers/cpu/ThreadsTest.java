package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.testkit.Trial;
import dev.glia.v1.NetworkState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
  private static final int TICKS = 600;
  private static final List<String> LEARNING = List.of("noise->cells", "recurrent");

  private static Trial deploy(int threads) {
    return Trial.of(
        new CpuDriver(), TestNetworks.everything(), new DeployOptions(threads, Map.of()));
  }

  private static void run(Trial trial, int ticks) throws Exception {
    trial.blocks(77).run(ticks / 2);
    trial.deployment().raise("noise->cells", "presentation");
    trial.run(ticks - ticks / 2);
  }

  private static void assertSame(Trial trial, Trial expected) throws Exception {
    for (String population : List.of("noise", "cells")) {
      assertThat(trial.spikes(population).ticks()).isEqualTo(expected.spikes(population).ticks());
      assertThat(trial.spikes(population).neurons())
          .isEqualTo(expected.spikes(population).neurons());
    }
    for (int neuron : new int[] {0, 63, 64, 127, 128, 199}) {
      assertThat(trial.trace("cells", "v", neuron)).isEqualTo(expected.trace("cells", "v", neuron));
    }
    for (String projection : LEARNING) {
      assertThat(trial.deployment().readWeights(projection))
          .isEqualTo(expected.deployment().readWeights(projection));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void anyNumberOfThreadsGivesTheSameSpikesTracesAndWeights(int threads) throws Exception {
    try (Trial expected = deploy(1);
        Trial trial = deploy(threads)) {
      assertThat(trial.deployment().report().threads()).isEqualTo(threads);
      run(expected, TICKS);
      run(trial, TICKS);
      assertThat(expected.spikes("cells").ticks()).hasSizeGreaterThan(100);
      assertSame(trial, expected);
      assertThat(trial.deployment().snapshot()).isEqualTo(expected.deployment().snapshot());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void restoredNetworkGoesOnWithAnotherNumberOfThreads(int threads) throws Exception {
    try (Trial whole = deploy(2);
        Trial first = deploy(2);
        Trial second = deploy(threads)) {
      run(whole, TICKS);
      whole.run(TICKS);
      run(first, TICKS);
      long[] all = whole.spikes("cells").ticks();
      long spike = Arrays.stream(all).filter(tick -> tick > TICKS).findFirst().orElseThrow();
      first.run(spike - TICKS); // so that there are spikes that have just been found
      NetworkState state = NetworkState.parseFrom(first.deployment().snapshot().toByteArray());
      second.deployment().restore(state);
      assertThat(second.deployment().snapshot()).isEqualTo(state);
      second.run(2 * TICKS - spike);
      assertThat(second.deployment().snapshot()).isEqualTo(whole.deployment().snapshot());
      int seen = second.spikes("cells").ticks().length;
      assertThat(seen).isPositive();
      assertThat(second.spikes("cells").ticks())
          .isEqualTo(Arrays.copyOfRange(all, all.length - seen, all.length));
    }
  }

  @Test
  void smallNetworkRunsOnOneThread() throws Exception {
    try (Trial trial = deploy(0)) {
      assertThat(trial.deployment().report().threads()).isEqualTo(1);
    }
  }
}
