package dev.glia.drivers.neurocorex.wire;

/** Little-endian numbers in messages. */
public final class Words {
  private Words() {}

  /** The number of {@code size} bytes that begins at {@code at}, not sign-extended. */
  public static int get(byte[] bytes, int at, int size) {
    int value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << Byte.SIZE | bytes[at + i] & 0xFF;
    }
    return value;
  }

  public static void put(byte[] bytes, int at, int value, int size) {
    for (int i = 0; i < size; i++) {
      bytes[at + i] = (byte) (value >> Byte.SIZE * i);
    }
  }
}
