package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What probes see, and when. */
abstract class ProbingTests extends DriverTests {
  @Test
  void forcedSpikesCarryTheirTicksOnceEach() {
    Network network =
        TestNetwork.with(TICK).population("in", 5, TestNetwork.relay()).probeSpikes("in").build();
    try (Trial trial = deploy(network)) {
      trial.force("in", 4, 3).force("in", 1, 3, 1, 8).force("in", 1, 3).blocks(4).run(8);
      assertThat(trial.spikes("in").ticks()).containsExactly(1, 3, 3, 8);
      assertThat(trial.spikes("in").neurons()).containsExactly(1, 1, 4, 1);
    }
  }

  @Test
  void spikesAndCountsAreOfTheFirstNeurons() throws Exception {
    Network all =
        TestNetwork.with(TICK).population("in", 4, TestNetwork.relay()).probeSpikes("in").build();
    Network network =
        new Network(
            all.dt(),
            all.seed(),
            all.populations(),
            all.projections(),
            List.of(new Probe.Spikes("in", 2), new Probe.Counts("in", 3)));
    try (Trial trial = deploy(network)) {
      InputBlock in = new InputBlock();
      for (int neuron : new int[] {3, 2, 1, 0}) {
        in.add(2, 0, neuron);
      }
      OutputBlock out = new OutputBlock(network);
      trial.deployment().advance(2, in, out);
      assertThat(out.record(0).spikes()).isEqualTo(2);
      assertThat(out.record(0).spikeNeuron(0)).isZero();
      assertThat(out.record(0).spikeNeuron(1)).isEqualTo(1);
      assertThat(out.record(1).counts()).containsExactly(1, 1, 1);
    }
  }

  @Test
  void tracesAreSampledAtMultiplesAcrossBlocks() {
    Network network =
        TestNetwork.with(TICK)
            .population("cells", 3, Models.membrane(), p -> p.start("v", 1 * MV, 2 * MV, 3 * MV))
            .probe("cells", "v", 2, 3)
            .build();
    try (Trial trial = deploy(network).blocks(4).run(10)) {
      assertThat(trial.traceTicks("cells", "v")).containsExactly(3, 6, 9);
      double[] second = trial.trace("cells", "v", 1);
      for (int k = 0; k < 3; k++) {
        double expected = 2 * MV * Math.exp(-3 * (k + 1) * DT / 20e-3);
        assertClose("sample " + k, second[k], expected, 2 * MV);
      }
    }
  }

  @Test
  void resultsDontDependOnTheBlocks() {
    Network network =
        TestNetwork.with(TICK)
            .population("noise", 20, Models.poisson(), p -> p.set("rate", "300 Hz"))
            .population("cells", 10, Models.lif())
            .project(
                "noise",
                "cells",
                p -> p.through(Models.exponential(), "i_syn").weight("0.3 nA").delay("0.7 ms"))
            .probeSpikes("cells")
            .build();
    try (Trial whole = deploy(network).blocks(600).run(600);
        Trial single = deploy(network).blocks(1).run(600)) {
      assertThat(whole.spikes("cells").ticks()).isNotEmpty();
      assertThatSpikes(single.spikes("cells")).isSameAsSpikes(whole.spikes("cells"));
    }
  }
}
