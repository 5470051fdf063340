package dev.glia.analyzers.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Wiring;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopLatencyTest {
  /** A ring of four, of which the first has a second target, and a neuron that none reaches. */
  private static Network ring() {
    NeuronEquations cell =
        NeuronEquations.of("dv/dt = 0 Hz : 1").spike("v >= 1").reset("v = 0").build();
    SynapseEquations jump = SynapseEquations.of("").onSpike("target += w").build();
    return TestNetwork.with("1 ms")
        .population("cells", 5, cell)
        .project(
            "cells",
            "cells",
            p ->
                p.name("ring")
                    .through(jump, "v")
                    .weight("1")
                    .delay("1 ms")
                    .wiring(
                        Wiring.list(
                            5,
                            new int[] {1, 2},
                            new int[] {2},
                            new int[] {3},
                            new int[] {0},
                            new int[0])))
        .build();
  }

  @Test
  void latencyGrowsByTheSlopeWithEachSynapse() {
    Results results =
        Results.of(
            new HopLatency(),
            Recorded.of(100)
                .on(ring())
                .spikes(
                    "cells",
                    new long[] {5, 20},
                    new long[] {7},
                    new long[] {7, 9},
                    new long[] {9},
                    new long[0]));
    assertThat(results.metrics.get("hop-latency.ring")).isCloseTo(2, within(1e-9));
    assertThat(results.metrics).containsEntry("hop-latency.ring.reached", 1.0);
    assertThat(results.units).containsEntry("hop-latency.ring", "ms");
    assertThat(results.tables.get("hop-latency.ring"))
        .containsExactly(
            List.of("0", "1", "1", "0.000", "0.000", "0.000"),
            List.of("1", "2", "2", "2.000", "2.000", "2.000"),
            List.of("2", "1", "1", "4.000", "4.000", "4.000"));
  }

  @Test
  void neuronsThatStaySilentAreNotReached() {
    Results results =
        Results.of(
            new HopLatency(),
            Recorded.of(100)
                .on(ring())
                .spikes(
                    "cells",
                    new long[] {5},
                    new long[] {8},
                    new long[0],
                    new long[0],
                    new long[0]));
    assertThat(results.metrics.get("hop-latency.ring")).isCloseTo(3, within(1e-9));
    assertThat(results.metrics).containsEntry("hop-latency.ring.reached", 0.5);
    assertThat(results.tables.get("hop-latency.ring").getLast()).contains("–");
  }

  @Test
  void silenceHasNoLatency() {
    Results results =
        Results.of(
            new HopLatency(),
            Recorded.of(100)
                .on(ring())
                .spikes("cells", new long[0], new long[0], new long[0], new long[0], new long[0]));
    assertThat(results.metrics.get("hop-latency.ring")).isNaN();
    assertThat(results.metrics.get("hop-latency.ring.reached")).isNaN();
    assertThat(results.tables.get("hop-latency.ring")).isEmpty();
  }

  @Test
  void populationThatProjectsOntoItselfIsNeeded() {
    assertThatThrownBy(
            () ->
                Results.of(
                    new HopLatency(),
                    Recorded.of(100).spikes("cells", new long[0], new long[0], new long[0])))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("hop-latency needs the spikes of a population that projects onto");
  }
}
