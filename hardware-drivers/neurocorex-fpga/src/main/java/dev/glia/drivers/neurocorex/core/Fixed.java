package dev.glia.drivers.neurocorex.core;

/** 18-bit two's complement, Q7.10: the integer x means x/1024. */
public final class Fixed {
  /** One, that is, how many steps there are between two whole numbers. */
  public static final int ONE = 1024;

  public static final int MAX = (1 << 17) - 1;
  public static final int MIN = -(1 << 17);

  private static final int UNUSED_BITS = 32 - 18;

  private Fixed() {}

  /** The lower 18 bits, as a signed number. */
  public static int signed(long bits) {
    return (int) bits << UNUSED_BITS >> UNUSED_BITS;
  }

  /** The lower 18 bits, as an unsigned number. */
  public static int unsigned(int bits) {
    return bits & (1 << 18) - 1;
  }

  /** The nearest number there is. */
  public static int saturated(long exact) {
    return (int) Math.clamp(exact, MIN, MAX);
  }
}
