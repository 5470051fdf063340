package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.wire.PlainClient;
import dev.glia.drivers.neurocorex.wire.WireException;
import java.io.IOException;
import java.util.Arrays;

/**
 * What finds damage of memories that a published core can't tell: events whose answer the twin
 * knows, before the run begins.
 */
final class SelfTest {
  /** Below the largest membrane by a fraction, so that only this whole number reaches it. */
  private static final int THRESHOLD = 127 * Fixed.ONE;

  /** After so many, each membrane has passed the threshold. */
  private static final int SWEEP = 258;

  private static final int LONGEST_REST = 2000;

  /** Steps that a core which doesn't wait may make before it hears that its stream has ended. */
  private static final int LATE = 64;

  private final PlainClient client;

  SelfTest(PlainClient client) {
    this.client = client;
  }

  /**
   * Tests all input weights at once. Membranes rise by 1 a step, and a neuron spikes when its own
   * is 127, modulo 256: each input's event adds its weight, so that a single wrong one moves the
   * next spike. Parameters and the enable bits are others afterwards, the core isn't at rest.
   */
  void weights(Memory start) throws IOException {
    Memory sweeping = new Memory();
    System.arraycopy(start.input, 0, sweeping.input, 0, Layout.CELLS);
    System.arraycopy(start.recurrent, 0, sweeping.recurrent, 0, Layout.CELLS);
    Arrays.fill(sweeping.parameters, 0, Layout.SLOTS, THRESHOLD);
    sweeping.parameters[Layout.SLOTS] = 1; // the gain
    sweeping.parameters[2 * Layout.SLOTS + Layout.LEAK_SLOT] = -Fixed.ONE;
    client.writeEnable(sweeping.enable);
    client.writeNeurons(sweeping);
    byte[] columns = new byte[Layout.INPUTS + SWEEP];
    for (int input = 0; input < Layout.INPUTS; input++) {
      columns[input] = (byte) Layout.inputColumn(input);
    }
    Twin twin = new Twin(sweeping);
    twin.run(client.open(), columns);
    twin.end(client.stream());
  }

  /**
   * Whether a core that's programmed so is at rest soon after a stimulus, as {@link #network}
   * needs.
   */
  static boolean rests(Memory programmed) {
    Twin twin = new Twin(programmed);
    for (byte column : Stimulus.of(programmed)) {
      twin.step(column);
    }
    twin.model.state.endStream();
    return rest(twin) >= 0;
  }

  /**
   * Tests the network as it will run, with random events; the core is at rest again afterwards. If
   * recurrent synapses learn, their weights have changed.
   *
   * @throws WireException if spikes or learned weights aren't the twin's
   */
  void network(Memory programmed) throws IOException {
    Twin twin = new Twin(programmed);
    twin.run(client.open(), Stimulus.of(programmed));
    twin.end(client.stream());
    Twin ahead = new Twin(twin.model.memory);
    ahead.model.state.set(twin.model.state);
    int steps = rest(ahead);
    if (steps < 0) {
      throw new WireException("the core doesn't come to rest after its self-test");
    }
    twin.run(client.open(), new byte[steps]);
    twin.end(client.stream());
    if (programmed.learns(0, Layout.CELLS)) {
      twin.requireWeights(client.readRecurrent());
    }
  }

  /** Steps until nothing is left of what was, membranes aside; -1 if that's too many. */
  private static int rest(Twin twin) {
    int steps = 0;
    for (int quiet = 0; quiet <= LATE; steps++) {
      if (steps == LONGEST_REST) {
        return -1;
      }
      quiet = twin.model.state.isAtRest() ? quiet + 1 : 0;
      twin.step((byte) 0);
    }
    return steps - LATE;
  }
}
