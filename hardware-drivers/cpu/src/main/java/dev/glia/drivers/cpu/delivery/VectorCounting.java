package dev.glia.drivers.cpu.delivery;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link BitCounting} on the longest vectors there are. Bits become bytes by masks where a vector
 * has 64 bytes, as masks are registers there; elsewhere the table of {@link WordCounting} is twice
 * as fast.
 */
final class VectorCounting extends BitCounting {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int LANES = LONGS.length();
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;
  private static final boolean HAS_MASKS = LONGS.vectorBitSize() == BYTES.vectorBitSize();

  private final WordCounting words = new WordCounting();

  @Override
  void add(long[] bits, int[] rows, int count, int stride, long[] planes) {
    for (int column = 0; column < stride; column += LANES) {
      addColumns(bits, rows, count, column, planes, stride + OVERHANG);
    }
  }

  private static void addColumns(
      long[] bits, int[] rows, int count, int column, long[] planes, int plane) {
    LongVector p0 = LongVector.zero(LONGS);
    LongVector p1 = p0;
    LongVector p2 = p0;
    LongVector p3 = p0;
    LongVector p4 = p0;
    LongVector p5 = p0;
    LongVector p6 = p0;
    for (int i = 0; i < count; i += GROUP) {
      LongVector a = load(bits, rows[i] + column);
      LongVector b = load(bits, rows[i + 1] + column);
      LongVector half = xor(p0, a);
      LongVector twos = carry(p0, a, b, half);
      p0 = xor(half, b);
      a = load(bits, rows[i + 2] + column);
      b = load(bits, rows[i + 3] + column);
      half = xor(p0, a);
      LongVector moreTwos = carry(p0, a, b, half);
      p0 = xor(half, b);
      half = xor(p1, twos);
      LongVector fours = carry(p1, twos, moreTwos, half);
      p1 = xor(half, moreTwos);
      a = load(bits, rows[i + 4] + column);
      b = load(bits, rows[i + 5] + column);
      half = xor(p0, a);
      twos = carry(p0, a, b, half);
      p0 = xor(half, b);
      a = load(bits, rows[i + 6] + column);
      b = load(bits, rows[i + 7] + column);
      half = xor(p0, a);
      moreTwos = carry(p0, a, b, half);
      p0 = xor(half, b);
      half = xor(p1, twos);
      LongVector moreFours = carry(p1, twos, moreTwos, half);
      p1 = xor(half, moreTwos);
      half = xor(p2, fours);
      LongVector eights = carry(p2, fours, moreFours, half);
      p2 = xor(half, moreFours);
      LongVector carry = p3.and(eights);
      p3 = xor(p3, eights);
      LongVector next = p4.and(carry);
      p4 = xor(p4, carry);
      carry = p5.and(next);
      p5 = xor(p5, next);
      p6 = xor(p6, carry);
    }
    p0.intoArray(planes, column);
    p1.intoArray(planes, plane + column);
    p2.intoArray(planes, 2 * plane + column);
    p3.intoArray(planes, 3 * plane + column);
    p4.intoArray(planes, 4 * plane + column);
    p5.intoArray(planes, 5 * plane + column);
    p6.intoArray(planes, 6 * plane + column);
  }

  private static LongVector load(long[] bits, int at) {
    return LongVector.fromArray(LONGS, bits, at);
  }

  private static LongVector xor(LongVector a, LongVector b) {
    return a.lanewise(VectorOperators.XOR, b);
  }

  /** Of a full adder, if the first two have been half added. */
  private static LongVector carry(LongVector a, LongVector b, LongVector c, LongVector half) {
    return a.and(b).or(c.and(half));
  }

  @Override
  void expand(long[] planes, int used, int stride, byte[] counts) {
    if (!HAS_MASKS) {
      words.expand(planes, used, stride, counts);
    } else if (used <= 4) {
      expandFour(planes, stride, counts);
    } else {
      expandAll(planes, stride, counts);
    }
  }

  // Two loops, and no choice within: a vector that comes from either of two ways would be an
  // object.

  private static void expandFour(long[] planes, int stride, byte[] counts) {
    int plane = stride + OVERHANG;
    for (int column = 0; column < stride; column++) {
      four(planes, plane, column).intoArray(counts, 64 * column);
    }
  }

  private static void expandAll(long[] planes, int stride, byte[] counts) {
    int plane = stride + OVERHANG;
    for (int column = 0; column < stride; column++) {
      four(planes, plane, column)
          .add((byte) 16, mask(planes, 4 * plane + column))
          .add((byte) 32, mask(planes, 5 * plane + column))
          .add((byte) 64, mask(planes, 6 * plane + column))
          .intoArray(counts, 64 * column);
    }
  }

  private static ByteVector four(long[] planes, int plane, int column) {
    return ByteVector.zero(BYTES)
        .add((byte) 1, mask(planes, column))
        .add((byte) 2, mask(planes, plane + column))
        .add((byte) 4, mask(planes, 2 * plane + column))
        .add((byte) 8, mask(planes, 3 * plane + column));
  }

  private static VectorMask<Byte> mask(long[] planes, int at) {
    return VectorMask.fromLong(BYTES, planes[at]);
  }
}
