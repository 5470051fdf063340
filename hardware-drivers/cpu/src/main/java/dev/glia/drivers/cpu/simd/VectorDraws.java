package dev.glia.drivers.cpu.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link Draws} with a Philox block a lane; the same numbers. */
final class VectorDraws {
  private static final VectorSpecies<Long> L = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final int BLOCKS = L.length();
  private static final long WORD = 0xFFFFFFFFL;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final long WEYL_0 = 0x9E3779B9L;
  private static final long WEYL_1 = 0xBB67AE85L;

  /** Counters of a vector's blocks, relative to its first. */
  private static final LongVector STEPS = LongVector.zero(L).addIndex(1);

  /** Lanes of two vectors in turn: the blocks' first halves with their second halves. */
  private static final VectorShuffle<Long> LOWER = interleave(0);

  private static final VectorShuffle<Long> UPPER = interleave(BLOCKS / 2);

  private VectorDraws() {}

  private static VectorShuffle<Long> interleave(int first) {
    return VectorShuffle.fromOp(L, i -> (i & 1) == 0 ? first + i / 2 : BLOCKS + first + i / 2);
  }

  static void uniforms(long key, long tick, int from, int length, float[] out) {
    for (int i = 0; i < length; i += 4 * BLOCKS) {
      LongVector c0 = STEPS.add((from + i) >>> 2);
      LongVector c1 = LongVector.zero(L);
      LongVector c2 = LongVector.broadcast(L, tick & WORD);
      LongVector c3 = LongVector.broadcast(L, tick >>> 32);
      long k0 = key & WORD;
      long k1 = key >>> 32;
      for (int round = 0; round < 10; round++) {
        LongVector p0 = c0.and(WORD).mul(MULTIPLIER_0);
        LongVector p1 = c2.and(WORD).mul(MULTIPLIER_1);
        c0 = p1.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, c1)
            .lanewise(VectorOperators.XOR, k0);
        c1 = p1;
        c2 = p0.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, c3)
            .lanewise(VectorOperators.XOR, k1);
        c3 = p0;
        k0 = (k0 + WEYL_0) & WORD;
        k1 = (k1 + WEYL_1) & WORD;
      }
      LongVector first = c0.and(WORD).or(c1.lanewise(VectorOperators.LSHL, 32));
      LongVector last = c2.and(WORD).or(c3.lanewise(VectorOperators.LSHL, 32));
      store(first.rearrange(LOWER, last), out, i);
      if (i + 2 * BLOCKS < length) {
        store(first.rearrange(UPPER, last), out, i + 2 * BLOCKS);
      }
    }
  }

  private static void store(LongVector words, float[] out, int at) {
    IntVector bits = words.reinterpretAsInts().lanewise(VectorOperators.LSHR, 8);
    ((FloatVector) bits.convert(VectorOperators.I2F, 0)).mul(0x1p-24f).intoArray(out, at);
  }

  /** The first two words of a block a neuron, as 53-bit uniform integers. */
  private static LongVector bits53(long key, long tick, int neuron) {
    LongVector c0 = STEPS.add(neuron);
    LongVector c1 = LongVector.zero(L);
    LongVector c2 = LongVector.broadcast(L, tick & WORD);
    LongVector c3 = LongVector.broadcast(L, tick >>> 32);
    long k0 = key & WORD;
    long k1 = key >>> 32;
    for (int round = 0; round < 10; round++) {
      LongVector p0 = c0.and(WORD).mul(MULTIPLIER_0);
      LongVector p1 = c2.and(WORD).mul(MULTIPLIER_1);
      c0 = p1.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, c1)
          .lanewise(VectorOperators.XOR, k0);
      c1 = p1;
      c2 = p0.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, c3)
          .lanewise(VectorOperators.XOR, k1);
      c3 = p0;
      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
    }
    return c0.lanewise(VectorOperators.LSHL, 32).or(c1.and(WORD))
        .lanewise(VectorOperators.LSHR, 11);
  }

  /** Counts of one mean; thresholds are compared in all lanes until none reaches the next. */
  static void poissons(
      long key, long tick, int from, int length, PoissonTable table, float[] out) {
    if (!table.isExact() || table.mean() > 20) {
      Draws.poissons(key, tick, from, length, table, out);
      return;
    }
    int size = table.size();
    for (int i = 0; i < length; i += F.length()) {
      FloatVector low = counts(bits53(key, tick, from + i), table, size, 0);
      FloatVector high = counts(bits53(key, tick, from + i + BLOCKS), table, size, 1);
      low.add(high).intoArray(out, i);
    }
  }

  private static FloatVector counts(LongVector bits, PoissonTable table, int size, int part) {
    LongVector count = LongVector.zero(L);
    for (int k = 0; k < size; k++) {
      VectorMask<Long> reached = bits.compare(VectorOperators.GE, table.threshold(k));
      if (!reached.anyTrue()) {
        break;
      }
      count = count.add(1, reached);
    }
    return (FloatVector) count.convertShape(VectorOperators.L2F, F, -part);
  }
}
