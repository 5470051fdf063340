package dev.glia.drivers.rram.array;

/** Input vectors of one access: which inputs of a block are driven, and how strongly. */
public interface Vectors {
  int count();

  /** Relative to the read voltage, 0 to 1. */
  float level(int vector, int input);

  /**
   * The inputs that a vector drives, ascending.
   *
   * @param into room for all inputs
   * @return how many they are
   */
  int driven(int vector, int[] into);

  /** Whether all levels are 0 or 1. */
  boolean binary();

  /** Bits, the lowest first; each vector begins with a new byte. */
  static Vectors bits(byte[] bits, int inputs, int count) {
    int stride = (inputs + 7) / 8;
    requireLength(bits.length, (long) stride * count);
    return new Vectors() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public float level(int vector, int input) {
        return bits[vector * stride + (input >> 3)] >> (input & 7) & 1;
      }

      @Override
      public int driven(int vector, int[] into) {
        int count = 0;
        for (int b = 0; b < stride; b++) {
          int rest = bits[vector * stride + b] & 0xFF;
          if (8 * b + 8 > inputs) {
            rest &= (1 << inputs - 8 * b) - 1;
          }
          for (; rest != 0; rest &= rest - 1) {
            into[count++] = 8 * b + Integer.numberOfTrailingZeros(rest);
          }
        }
        return count;
      }

      @Override
      public boolean binary() {
        return true;
      }
    };
  }

  /**
   * Unsigned codes, one a byte.
   *
   * @throws IllegalArgumentException if a code is too large for the inputs
   */
  static Vectors codes(byte[] codes, int inputs, int count, int inputBits) {
    requireLength(codes.length, (long) inputs * count);
    int most = (1 << inputBits) - 1;
    for (byte code : codes) {
      if ((code & 0xFF) > most) {
        throw new IllegalArgumentException(
            "code " + (code & 0xFF) + " at an input of " + inputBits + " bits");
      }
    }
    return new Vectors() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public float level(int vector, int input) {
        return (float) (codes[vector * inputs + input] & 0xFF) / most;
      }

      @Override
      public int driven(int vector, int[] into) {
        int count = 0;
        for (int i = 0; i < inputs; i++) {
          if (codes[vector * inputs + i] != 0) {
            into[count++] = i;
          }
        }
        return count;
      }

      @Override
      public boolean binary() {
        return most == 1;
      }
    };
  }

  private static void requireLength(long given, long wanted) {
    if (given != wanted) {
      throw new IllegalArgumentException(
          "vectors of " + wanted + " bytes are wanted, not " + given);
    }
  }
}
