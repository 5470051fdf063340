package dev.glia.drivers.neurocorex.rtl;

import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.wire.Words;
import java.util.Random;

/** Contents of all memories, so that the network spikes, learns and overflows. */
final class RandomNetwork {
  private final Random random;
  private final double density;
  private final int strongest;

  RandomNetwork(Random random) {
    this.random = random;
    density = random.nextBoolean() ? 0.1 : 0.6;
    strongest = random.nextBoolean() ? 40 : 127;
  }

  byte[] input() {
    return matrix();
  }

  byte[] recurrent() {
    return matrix();
  }

  private byte[] matrix() {
    byte[] matrix = new byte[Layout.CELLS];
    for (int i = 0; i < matrix.length; i++) {
      boolean there = random.nextDouble() < density;
      matrix[i] = there ? (byte) random.nextInt(-strongest / 2, strongest + 1) : 0;
    }
    return matrix;
  }

  byte[] enable() {
    byte[] bits = new byte[2 * Layout.CELLS / Byte.SIZE];
    random.nextBytes(bits);
    return bits;
  }

  int[] parameters() {
    int[] values = new int[4 * Layout.SLOTS];
    for (int slot = 0; slot < Layout.SLOTS; slot++) {
      values[slot] = random.nextInt(5, 120) * Fixed.ONE;
      values[Layout.SLOTS + slot] = random.nextInt(5);
      values[2 * Layout.SLOTS + slot] = random.nextInt(3000);
    }
    values[Layout.SLOTS] = random.nextInt(1, 4); // gain
    int windows = 3 * Layout.SLOTS;
    values[windows] = window() | window() << 8;
    values[windows + 1] = window() | window() << 8;
    values[windows + 2] = random.nextInt(1, 6) | random.nextInt(1, 6) << 8;
    return values;
  }

  private int window() {
    return new int[] {1, 3, 20, 127}[random.nextInt(4)];
  }

  byte[] parameterBytes() {
    int[] values = parameters();
    byte[] bytes = new byte[3 * values.length];
    for (int i = 0; i < values.length; i++) {
      Words.put(bytes, 3 * i, values[i], 3);
    }
    return bytes;
  }

  byte[] biases() {
    byte[] bytes = new byte[3 * Layout.SLOTS];
    for (int i = 0; i < Layout.NEURONS; i++) {
      Words.put(bytes, 3 * i, random.nextInt(-500, 3000), 3);
    }
    return bytes;
  }

  /** The payload of a run: some events, now and then a forced spike. */
  byte[] steps(int steps) {
    byte[] payload = new byte[24 * steps];
    for (int step = 0; step < steps; step++) {
      for (int i = random.nextInt(8); i > 0; i--) {
        set(payload, 24 * step, random.nextInt(Layout.SLOTS));
      }
      if (random.nextInt(3) == 0) {
        set(payload, 24 * step + 12, random.nextInt(Layout.SLOTS));
      }
    }
    return payload;
  }

  private static void set(byte[] payload, int at, int slot) {
    payload[at + slot / 8] |= (byte) (1 << slot % 8);
  }
}
