package dev.glia.encoders;

import dev.glia.api.encoding.EncodingSink;
import java.util.Arrays;

/** Spikes of a presentation, put into order: by tick, then neuron, each at most once. */
final class SpikeSchedule {
  private final int ticks;
  private long[] spikes; // tick in the high half, neuron in the low half
  private int size;

  SpikeSchedule(int ticks, int expected) {
    this.ticks = ticks;
    this.spikes = new long[Math.max(16, expected)];
  }

  /** Adds a spike; it's left out if its tick is past the end. */
  void add(double tick, int neuron) {
    if (!(tick <= ticks)) {
      return;
    }
    if (size == spikes.length) {
      spikes = Arrays.copyOf(spikes, 2 * size);
    }
    spikes[size++] = (long) tick << 32 | neuron;
  }

  void emit(EncodingSink into) {
    Arrays.sort(spikes, 0, size);
    for (int i = 0; i < size; i++) {
      if (i == 0 || spikes[i] != spikes[i - 1]) {
        into.spike((int) (spikes[i] >>> 32), (int) spikes[i]);
      }
    }
  }
}
