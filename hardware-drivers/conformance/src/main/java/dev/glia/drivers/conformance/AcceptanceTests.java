package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.NeuronEquations.ResetOrder;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A network large enough that one wrong spike changes everything: 800 excitatory and 200 inhibitory
 * cells after Brunel (2000), with a constant drive in place of noise, agree with the reference spike
 * for spike for 200 ms.
 */
abstract class AcceptanceTests extends DriverTests {
  private static final int EXCITATORY = 800;
  private static final int INHIBITORY = 200;
  private static final int CELLS = EXCITATORY + INHIBITORY;

  @Test
  void balancedNetworkSpikesAsTheReferenceFor200Milliseconds() {
    Network network = network(1);
    try (Trial expected = Trial.of(new ReferenceDriver(), network).run(2000);
        Trial actual = deploy(network).run(2000)) {
      assertThat(expected.spikes("cells").ticks()).hasSizeBetween(1000, 40_000);
      assertThatSpikes(actual.spikes("cells")).isSameAsSpikes(expected.spikes("cells"));
    }
  }

  /** Weights are powers of two and drives multiples of one, so that all formats hold them exactly. */
  static Network network(long startSeed) {
    RandomStream random = new RandomStream(startSeed, "start", 0);
    double[] start =
        IntStream.range(0, CELLS).mapToDouble(i -> 20e-3 * random.nextDouble()).toArray();
    NeuronEquations cell =
        NeuronEquations.of(
                """
                dv/dt = (drive - v)/tau : mV (unless refractory)
                drive : mV (input)
                """)
            .spike("v > theta")
            .reset("v = v_reset")
            .resetOrder(ResetOrder.AFTER_THRESHOLD)
            .refractory("2 ms")
            .parameter("tau", "20 ms", "(0, inf)", "membrane time constant")
            .parameter("theta", "20 mV", "", "threshold")
            .parameter("v_reset", "10 mV", "", "reset")
            .build();
    return TestNetwork.with(TICK)
        .population(
            "cells",
            CELLS,
            cell,
            p -> p.start("v", start).current("constant", "drive", 0x1p-5))
        .project(
            "cells",
            "cells",
            p ->
                p.through(Models.delta(), "v")
                    .weight(new Law.Constant(0x1p-13))
                    .delay("1.5 ms")
                    .wiring(from(0, EXCITATORY, 1)))
        .project(
            "cells",
            "cells",
            p ->
                p.name("inhibition")
                    .receptor("from_cells")
                    .weight(new Law.Constant(-5 * 0x1p-13))
                    .delay("1.5 ms")
                    .wiring(from(EXCITATORY, CELLS, 2)))
        .probeSpikes("cells")
        .build();
  }

  /** One pair in ten, from the cells of one kind only. */
  private static Wiring from(int first, int end, long seed) {
    Wiring all = Wiring.fixedProbability(CELLS, CELLS, 0.1, seed);
    return Wiring.list(
        CELLS,
        IntStream.range(0, CELLS)
            .mapToObj(i -> i >= first && i < end ? all.row(i) : new int[0])
            .toArray(int[][]::new));
  }
}
