package dev.glia.encoders;

import dev.glia.api.encoding.EncodingSink;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** Spikes of a presentation, put into order: by tick, then neuron, each at most once. */
final class SpikeSchedule {
  private final int ticks;
  private final LongArrayList spikes; // tick in the high half, neuron in the low half

  SpikeSchedule(int ticks, int expected) {
    this.ticks = ticks;
    this.spikes = new LongArrayList(expected);
  }

  /** Adds a spike; it's left out if its tick is past the end. */
  void add(double tick, int neuron) {
    if (tick <= ticks) {
      spikes.add((long) tick << 32 | neuron);
    }
  }

  void emit(EncodingSink into) {
    spikes.sortThis();
    for (int i = 0; i < spikes.size(); i++) {
      long spike = spikes.get(i);
      if (i == 0 || spike != spikes.get(i - 1)) {
        into.spike((int) (spike >>> 32), (int) spike);
      }
    }
  }
}
