package dev.glia.drivers.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glia.api.device.BlowUpException;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What threads do between two meetings is the same as if they met in every tick. */
class WindowsTest {
  private static final int TICKS = 240;
  private static final int CIRCUITS = Integer.getInteger("glia.circuits", 12);

  private static Trial deploy(Network network, int threads) {
    return Trial.of(new CpuDriver(), network, new DeployOptions(threads, Map.of()));
  }

  private static void run(Trial trial, RandomCircuit circuit, int block) throws Exception {
    circuit.force(trial, TICKS);
    trial.blocks(block).run(TICKS / 3);
    trial.deployment().setParameter("b", "pace", new double[] {150});
    trial.run(TICKS / 3);
    trial.deployment().restore(trial.deployment().snapshot());
    trial.run(TICKS / 3);
  }

  @Test
  void circuitsOfAnyDelayRunTheSameOnAnyThreadsInAnyBlocks() throws Exception {
    int spikes = 0;
    for (int number = 0; number < CIRCUITS; number++) {
      RandomCircuit circuit = new RandomCircuit(number);
      Network network = new RandomCircuit(number).network();
      try (Trial expected = deploy(network, 1)) {
        run(expected, circuit, 1);
        spikes += expected.spikes("b").ticks().length;
        for (int threads = 1; threads <= 4; threads++) {
          try (Trial trial = deploy(network, threads)) {
            run(trial, circuit, 7 + 31 * threads);
            String what = "circuit " + number + " on " + threads + " threads";
            assertSame(trial, expected, network, what);
          }
        }
      }
    }
    assertThat(spikes).isGreaterThan(20 * CIRCUITS);
  }

  private static void assertSame(Trial trial, Trial expected, Network network, String what) {
    for (String name : RandomCircuit.NAMES) {
      assertThat(trial.spikes(name).ticks()).as(what).isEqualTo(expected.spikes(name).ticks());
      assertThat(trial.spikes(name).neurons()).as(what).isEqualTo(expected.spikes(name).neurons());
      assertThat(trial.counts(name)).as(what).isEqualTo(expected.counts(name));
    }
    for (String name : new String[] {"a", "b"}) {
      int size = network.population(name).size();
      for (int neuron : new int[] {0, size / 3, (size - 1) / 2}) {
        assertThat(trial.trace(name, "v", neuron))
            .as(what)
            .isEqualTo(expected.trace(name, "v", neuron));
      }
    }
    assertThat(snapshot(trial)).as(what).isEqualTo(snapshot(expected));
  }

  private static Object snapshot(Trial trial) {
    try {
      return trial.deployment().snapshot();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** {@code x} and {@code y} fall by one a tick, each from its start, and divide by zero at 0. */
  private static NeuronEquations countdown() {
    return NeuronEquations.of("x : 1\ny : 1")
        .everyTick("x = x - 1/(x > 0 ? 1 : 0); y = y - 1/(y > 0 ? 1 : 0)")
        .build();
  }

  private static double[] all(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void blowUpIsTheEarliestThenTheFirst(int threads) throws Exception {
    int size = 256;
    double[] x = all(size, 1000);
    double[] y = all(size, 1000);
    x[10] = 33; // later, but its thread may be the first to find one
    x[250] = 30;
    y[60] = 30; // a lower neuron, but the second variable
    x[200] = 30;
    double[] later = all(size, 1000);
    later[0] = 30; // at the same tick, in the next population
    Network network =
        TestNetwork.with("0.1 ms")
            .population("first", size, countdown(), p -> p.start("x", x).start("y", y))
            .population("second", size, countdown(), p -> p.start("x", later).start("y", "1000"))
            .build();
    try (Trial trial = deploy(network, threads)) {
      BlowUpException found =
          catchThrowableOfType(BlowUpException.class, () -> trial.blocks(100).run(100));
      assertThat(found.population()).isEqualTo("first");
      assertThat(found.variable()).isEqualTo("x");
      assertThat(found.neuron()).isEqualTo(200);
      assertThat(found.tick()).isEqualTo(30);
      assertThat(trial.deployment().now()).isEqualTo(30);
    }
  }
}
