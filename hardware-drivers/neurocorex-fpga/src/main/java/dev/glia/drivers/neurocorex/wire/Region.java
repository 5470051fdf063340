package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;

/** A memory that the extension reads and writes; its number on the wire is its ordinal. */
public enum Region {
  INPUT_WEIGHTS(Layout.CELLS),
  RECURRENT_WEIGHTS(Layout.CELLS),
  PARAMETERS(4 * Layout.SLOTS * 3),
  ENABLE(2 * Layout.CELLS / Byte.SIZE),
  BIAS(Layout.SLOTS * 3),
  STATE(Layout.SLOTS * 9),
  SPIKES(Bits.BYTES),
  WINDOWS(4 * Layout.SLOTS),
  CONTROL(8),
  COUNTERS(16);

  private final int bytes;

  Region(int bytes) {
    this.bytes = bytes;
  }

  public int bytes() {
    return bytes;
  }

  public boolean isReadOnly() {
    return this == COUNTERS;
  }
}
