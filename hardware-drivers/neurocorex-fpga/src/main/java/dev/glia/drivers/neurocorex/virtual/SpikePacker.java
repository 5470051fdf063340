package dev.glia.drivers.neurocorex.virtual;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.wire.Plain;
import java.util.Arrays;

/** Packs the spikes of a plain stream: a start byte, then 90 bits a step without padding. */
final class SpikePacker {
  private final ByteSink out;
  private boolean started;
  private int bits;
  private int filled;

  SpikePacker(ByteSink out) {
    this.out = out;
  }

  void begin() {
    started = false;
    bits = 0;
    filled = 0;
  }

  void add(Bits spikes) {
    byte[] full = new byte[2 + Layout.NEURONS / Byte.SIZE];
    int size = 0;
    if (!started) {
      started = true;
      full[size++] = Plain.STREAM_START;
    }
    for (int neuron = 0; neuron < Layout.NEURONS; neuron++) {
      bits |= (spikes.has(neuron) ? 1 : 0) << filled;
      if (++filled == Byte.SIZE) {
        full[size++] = (byte) bits;
        bits = 0;
        filled = 0;
      }
    }
    out.send(Arrays.copyOf(full, size));
  }
}
