package dev.glia.drivers.neurocorex.core;

/** A set of slots, 0 to 95. Not safe for use by several threads. */
public final class Bits {
  /** What it takes in a message. */
  public static final int BYTES = Layout.SLOTS / Byte.SIZE;

  private long low;
  private long high;

  public static Bits of(int... slots) {
    Bits bits = new Bits();
    for (int slot : slots) {
      bits.add(slot);
    }
    return bits;
  }

  public void add(int slot) {
    if (slot < Long.SIZE) {
      low |= 1L << slot;
    } else {
      high |= 1L << slot;
    }
  }

  public boolean has(int slot) {
    return ((slot < Long.SIZE ? low : high) >>> slot & 1) != 0;
  }

  public void clear() {
    low = 0;
    high = 0;
  }

  public void set(Bits other) {
    low = other.low;
    high = other.high;
  }

  /** Forgets all slots from {@code end} on. */
  public void keepBelow(int end) {
    for (int slot = end; slot < Layout.SLOTS; slot++) {
      if (slot < Long.SIZE) {
        low &= ~(1L << slot);
      } else {
        high &= ~(1L << slot);
      }
    }
  }

  public boolean isEmpty() {
    return (low | high) == 0;
  }

  public int count() {
    return Long.bitCount(low) + Long.bitCount(high);
  }

  /** The first slot from {@code from} on, or 96 if there's none. */
  public int next(int from) {
    for (int slot = from; slot < Layout.SLOTS; slot++) {
      if (has(slot)) {
        return slot;
      }
    }
    return Layout.SLOTS;
  }

  /** Byte {@code index} of its message: slot {@code 8*index} is the lowest bit. */
  public byte toByte(int index) {
    return (byte) (index < Long.BYTES ? low >>> 8 * index : high >>> 8 * (index - Long.BYTES));
  }

  public void setByte(int index, byte value) {
    int shift = 8 * (index % Long.BYTES);
    long bits = (value & 0xFFL) << shift;
    if (index < Long.BYTES) {
      low = low & ~(0xFFL << shift) | bits;
    } else {
      high = high & ~(0xFFL << shift) | bits;
    }
  }

  public void write(byte[] to, int at) {
    for (int i = 0; i < BYTES; i++) {
      to[at + i] = toByte(i);
    }
  }

  public void read(byte[] from, int at) {
    for (int i = 0; i < BYTES; i++) {
      setByte(i, from[at + i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits bits && bits.low == low && bits.high == high;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(low * 31 + high);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int slot = next(0); slot < Layout.SLOTS; slot = next(slot + 1)) {
      text.append(text.length() > 1 ? ", " : "").append(slot);
    }
    return text.append('}').toString();
  }
}
