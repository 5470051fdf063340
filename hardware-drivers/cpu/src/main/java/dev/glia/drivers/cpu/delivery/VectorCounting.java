package dev.glia.drivers.cpu.delivery;

import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
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

  // One method, and four rows at a time: the compiler sees hundreds of operations in each of these,
  // and with some more it would not inline all of them.

  @Override
  void add(long[] bits, int[] rows, int count, int stride, long[] planes) {
    int plane = stride + OVERHANG;
    for (int column = 0; column < stride; column += LANES) {
      LongVector p0 = LongVector.zero(LONGS);
      LongVector p1 = p0;
      LongVector p2 = p0;
      LongVector p3 = p0;
      LongVector p4 = p0;
      LongVector p5 = p0;
      LongVector p6 = p0;
      for (int i = 0; i < count; i += GROUP) {
        LongVector a = LongVector.fromArray(LONGS, bits, rows[i] + column);
        LongVector b = LongVector.fromArray(LONGS, bits, rows[i + 1] + column);
        LongVector half = p0.lanewise(XOR, a);
        LongVector twos = p0.and(a).or(b.and(half));
        p0 = half.lanewise(XOR, b);
        a = LongVector.fromArray(LONGS, bits, rows[i + 2] + column);
        b = LongVector.fromArray(LONGS, bits, rows[i + 3] + column);
        half = p0.lanewise(XOR, a);
        LongVector moreTwos = p0.and(a).or(b.and(half));
        p0 = half.lanewise(XOR, b);
        half = p1.lanewise(XOR, twos);
        LongVector carry = p1.and(twos).or(moreTwos.and(half));
        p1 = half.lanewise(XOR, moreTwos);
        LongVector next = p2.and(carry);
        p2 = p2.lanewise(XOR, carry);
        carry = p3.and(next);
        p3 = p3.lanewise(XOR, next);
        next = p4.and(carry);
        p4 = p4.lanewise(XOR, carry);
        carry = p5.and(next);
        p5 = p5.lanewise(XOR, next);
        p6 = p6.lanewise(XOR, carry);
      }
      p0.intoArray(planes, column);
      p1.intoArray(planes, plane + column);
      p2.intoArray(planes, 2 * plane + column);
      p3.intoArray(planes, 3 * plane + column);
      p4.intoArray(planes, 4 * plane + column);
      p5.intoArray(planes, 5 * plane + column);
      p6.intoArray(planes, 6 * plane + column);
    }
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
  // object. So would be one that a method of ours returns which the compiler has compiled on its
  // own before, and therefore doesn't inline.

  private static void expandFour(long[] planes, int stride, byte[] counts) {
    int plane = stride + OVERHANG;
    for (int column = 0; column < stride; column++) {
      ByteVector.zero(BYTES)
          .add((byte) 1, VectorMask.fromLong(BYTES, planes[column]))
          .add((byte) 2, VectorMask.fromLong(BYTES, planes[plane + column]))
          .add((byte) 4, VectorMask.fromLong(BYTES, planes[2 * plane + column]))
          .add((byte) 8, VectorMask.fromLong(BYTES, planes[3 * plane + column]))
          .intoArray(counts, 64 * column);
    }
  }

  private static void expandAll(long[] planes, int stride, byte[] counts) {
    int plane = stride + OVERHANG;
    for (int column = 0; column < stride; column++) {
      ByteVector.zero(BYTES)
          .add((byte) 1, VectorMask.fromLong(BYTES, planes[column]))
          .add((byte) 2, VectorMask.fromLong(BYTES, planes[plane + column]))
          .add((byte) 4, VectorMask.fromLong(BYTES, planes[2 * plane + column]))
          .add((byte) 8, VectorMask.fromLong(BYTES, planes[3 * plane + column]))
          .add((byte) 16, VectorMask.fromLong(BYTES, planes[4 * plane + column]))
          .add((byte) 32, VectorMask.fromLong(BYTES, planes[5 * plane + column]))
          .add((byte) 64, VectorMask.fromLong(BYTES, planes[6 * plane + column]))
          .intoArray(counts, 64 * column);
    }
  }
}
