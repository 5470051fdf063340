package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/**
 * Events that show what a core was programmed with: random ones of all lines that reach a neuron,
 * and then, for each neuron that hasn't spiked yet, those of its strongest line until it does.
 */
final class Stimulus {
  private static final int RANDOM_STEPS = 768;
  private static final int PUSHES = 16;

  private final Memory programmed;
  private final Twin twin;
  private final Bits spiked = new Bits();
  private final ByteArrayOutputStream columns = new ByteArrayOutputStream();

  private Stimulus(Memory programmed) {
    this.programmed = programmed;
    twin = new Twin(programmed);
  }

  /** The column of each step's event, 0 where there's none; the same for the same memory. */
  static byte[] of(Memory programmed) {
    Stimulus stimulus = new Stimulus(programmed);
    stimulus.playRandomly();
    for (int neuron = 0; neuron < Layout.NEURONS; neuron++) {
      stimulus.push(neuron);
    }
    return stimulus.columns.toByteArray();
  }

  private void playRandomly() {
    Bits lines = new Bits();
    for (int input = 0; input < Layout.INPUTS; input++) {
      for (int neuron = 0; neuron < Layout.NEURONS; neuron++) {
        if (weight(neuron, input) != 0) {
          lines.add(input);
        }
      }
    }
    Random random = new Random(1);
    for (int i = 0; i < RANDOM_STEPS; i++) {
      int input = lines.next(random.nextInt(Layout.INPUTS));
      boolean silent = input >= Layout.INPUTS || random.nextInt(4) == 0;
      play(silent ? 0 : Layout.inputColumn(input));
    }
  }

  private void push(int neuron) {
    int strongest = 0;
    for (int input = 1; input < Layout.INPUTS; input++) {
      if (weight(neuron, input) > weight(neuron, strongest)) {
        strongest = input;
      }
    }
    for (int i = 0; i < PUSHES && weight(neuron, strongest) > 0 && !spiked.has(neuron); i++) {
      play(Layout.inputColumn(strongest));
    }
  }

  private int weight(int neuron, int input) {
    return programmed.input[Layout.inputCell(neuron, input)];
  }

  private void play(int column) {
    columns.write(column);
    twin.step((byte) column);
    Bits now = twin.model.state.spikes;
    for (int n = now.next(0); n < Layout.NEURONS; n = now.next(n + 1)) {
      spiked.add(n);
    }
  }
}
