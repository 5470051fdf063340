package dev.glia.drivers.cpu.delivery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** {@link BitCounting} on words of 64 bits, for any processor. */
final class WordCounting extends BitCounting {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** For eight bits eight bytes. */
  private static final long[] SPREAD = spread();

  private static long[] spread() {
    long[] table = new long[256];
    for (int bits = 0; bits < table.length; bits++) {
      for (int b = 0; b < 8; b++) {
        table[bits] |= (long) (bits >>> b & 1) << 8 * b;
      }
    }
    return table;
  }

  @Override
  void add(long[] bits, int[] rows, int count, int stride, long[] planes) {
    for (int column = 0; column < stride; column++) {
      addColumn(bits, rows, count, column, planes, stride + OVERHANG);
    }
  }

  private static void addColumn(
      long[] bits, int[] rows, int count, int column, long[] planes, int plane) {
    long p0 = 0;
    long p1 = 0;
    long p2 = 0;
    long p3 = 0;
    long p4 = 0;
    long p5 = 0;
    long p6 = 0;
    for (int i = 0; i < count; i += GROUP) {
      long a = bits[rows[i] + column];
      long b = bits[rows[i + 1] + column];
      long half = p0 ^ a;
      long twos = (p0 & a) | (b & half);
      p0 = half ^ b;
      a = bits[rows[i + 2] + column];
      b = bits[rows[i + 3] + column];
      half = p0 ^ a;
      long moreTwos = (p0 & a) | (b & half);
      p0 = half ^ b;
      half = p1 ^ twos;
      long carry = (p1 & twos) | (moreTwos & half);
      p1 = half ^ moreTwos;
      long next = p2 & carry;
      p2 ^= carry;
      carry = p3 & next;
      p3 ^= next;
      next = p4 & carry;
      p4 ^= carry;
      carry = p5 & next;
      p5 ^= next;
      p6 ^= carry;
    }
    planes[column] = p0;
    planes[plane + column] = p1;
    planes[2 * plane + column] = p2;
    planes[3 * plane + column] = p3;
    planes[4 * plane + column] = p4;
    planes[5 * plane + column] = p5;
    planes[6 * plane + column] = p6;
  }

  @Override
  void expand(long[] planes, int used, int stride, byte[] counts) {
    int plane = stride + OVERHANG;
    for (int column = 0; column < stride; column++) {
      for (int shift = 0; shift < 64; shift += 8) {
        long sum = 0;
        for (int p = 0; p < used; p++) {
          sum += SPREAD[(int) (planes[p * plane + column] >>> shift) & 255] << p;
        }
        WORD.set(counts, 64 * column + shift, sum);
      }
    }
  }
}
