package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.wire.Region;
import dev.glia.drivers.neurocorex.wire.Words;

/** The memories of a core as the bytes that cross the wire. */
final class Image {
  private Image() {}

  static byte[] parameters(Memory memory) {
    return words(memory.parameters, Region.PARAMETERS.bytes());
  }

  static byte[] bias(Memory memory) {
    return words(memory.bias, Region.BIAS.bytes());
  }

  private static byte[] words(int[] values, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < values.length; i++) {
      Words.put(bytes, 3 * i, values[i], 3);
    }
    return bytes;
  }

  /** Flags and floor; the step counter follows them. */
  static byte[] control(Memory memory, int steps) {
    byte[] bytes = new byte[Region.CONTROL.bytes()];
    bytes[0] = (byte) memory.flags;
    bytes[1] = memory.floor;
    Words.put(bytes, 4, steps, 4);
    return bytes;
  }

  /** What biases read back as: 18 bits, sign-extended to 24. */
  static int signed(byte[] bytes, int at) {
    return Words.get(bytes, at, 3) << 14 >> 14;
  }

  /** The first byte of a neuron's weights, in either matrix. */
  static int rowAddress(int neuron) {
    return Layout.row(neuron) * Layout.SLOTS;
  }
}
