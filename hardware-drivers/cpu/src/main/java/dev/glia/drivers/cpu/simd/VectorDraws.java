package dev.glia.drivers.cpu.simd;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.L2D;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Draws} with a Philox block a lane; the same numbers.
 *
 * <p>Words are kept in 64-bit lanes, as their products need them; the upper halves may hold
 * anything and are cut off where it matters. Loops are written out, as in {@link VectorMath}.
 */
final class VectorDraws {
  private static final VectorSpecies<Long> L = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final int BLOCKS = L.length();

  /** Floats for as many lanes as there are of doubles. */
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(D.vectorBitSize() / 2));

  private static final int ROUNDS = 10;
  private static final long WORD = 0xFFFFFFFFL;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final long WEYL_0 = 0x9E3779B9L;
  private static final long WEYL_1 = 0xBB67AE85L;

  private static final VectorSpecies<Short> S = ShortVector.SPECIES_PREFERRED;
  private static final long SIGNS = 0x8000_8000_8000_8000L;

  /** So many thresholds are compared one by one; more are looked up. */
  private static final int MOST_STEPS = 40;

  /** Whether the processor has an instruction that takes any lanes of two vectors. */
  private static final boolean SELECTS = L.vectorBitSize() == 512;

  /** Lanes of two vectors in turn: the blocks' first halves with their second halves. */
  private static final VectorShuffle<Long> LOWER = interleave(0);

  private static final VectorShuffle<Long> UPPER = interleave(BLOCKS / 2);

  private static final long[] LOWER_LANES = LOWER.toVector().reinterpretAsLongs().toArray();
  private static final long[] UPPER_LANES = UPPER.toVector().reinterpretAsLongs().toArray();

  private VectorDraws() {}

  private static VectorShuffle<Long> interleave(int first) {
    return VectorShuffle.fromOp(L, i -> (i & 1) == 0 ? first + i / 2 : BLOCKS + first + i / 2);
  }

  static void uniforms(long key, long tick, int from, int length, float[] out) {
    if (length == 0) {
      return; // what comes next takes long until it's compiled
    }
    LongVector m0 = LongVector.broadcast(L, MULTIPLIER_0).and(WORD);
    LongVector m1 = LongVector.broadcast(L, MULTIPLIER_1).and(WORD);
    LongVector ticks = LongVector.broadcast(L, tick & WORD);
    LongVector laterTicks = LongVector.broadcast(L, tick >>> 32);
    LongVector key0 = LongVector.broadcast(L, key);
    LongVector key1 = LongVector.broadcast(L, key >>> 32);
    LongVector weyl0 = LongVector.broadcast(L, WEYL_0);
    LongVector weyl1 = LongVector.broadcast(L, WEYL_1);
    LongVector lower = LongVector.fromArray(L, LOWER_LANES, 0);
    LongVector upper = LongVector.fromArray(L, UPPER_LANES, 0);
    LongVector steps = LongVector.zero(L).addIndex(1);
    for (int i = 0; i < length; i += 4 * BLOCKS) {
      LongVector c0 = steps.add((from + i) >>> 2);
      LongVector c1 = LongVector.zero(L);
      LongVector c2 = ticks;
      LongVector c3 = laterTicks;
      LongVector k0 = key0;
      LongVector k1 = key1;
      for (int round = 0; round < ROUNDS; round++) {
        LongVector p0 = c0.and(WORD).mul(m0);
        LongVector p1 = c2.and(WORD).mul(m1);
        c0 = p1.lanewise(LSHR, 32).lanewise(XOR, c1).lanewise(XOR, k0);
        c1 = p1;
        c2 = p0.lanewise(LSHR, 32).lanewise(XOR, c3).lanewise(XOR, k1);
        c3 = p0;
        k0 = k0.add(weyl0);
        k1 = k1.add(weyl1);
      }
      LongVector first = c0.and(WORD).or(c1.lanewise(LSHL, 32));
      LongVector last = c2.and(WORD).or(c3.lanewise(LSHL, 32));
      store(SELECTS ? lower.selectFrom(first, last) : first.rearrange(LOWER, last), out, i);
      if (i + 2 * BLOCKS < length) {
        store(
            SELECTS ? upper.selectFrom(first, last) : first.rearrange(UPPER, last),
            out,
            i + 2 * BLOCKS);
      }
    }
  }

  private static void store(LongVector words, float[] out, int at) {
    IntVector bits = words.reinterpretAsInts().lanewise(LSHR, 8);
    ((FloatVector) bits.convert(I2F, 0)).mul(0x1p-24f).intoArray(out, at);
  }

  /**
   * Standard normal numbers, {@link BoxMuller}'s operations in lanes; {@code from} is a multiple of
   * 32, {@code words} is room for so many numbers and 16 more. First all words, in the places of
   * the neurons that they're for, then two numbers from every pair.
   */
  static void normals(long key, long tick, int from, int length, long[] words, float[] out) {
    if (length == 0) {
      return; // what comes next takes long until it's compiled
    }
    LongVector m0 = LongVector.broadcast(L, MULTIPLIER_0).and(WORD);
    LongVector m1 = LongVector.broadcast(L, MULTIPLIER_1).and(WORD);
    LongVector ticks = LongVector.broadcast(L, tick & WORD);
    LongVector laterTicks = LongVector.broadcast(L, tick >>> 32);
    LongVector key0 = LongVector.broadcast(L, key);
    LongVector key1 = LongVector.broadcast(L, key >>> 32);
    LongVector weyl0 = LongVector.broadcast(L, WEYL_0);
    LongVector weyl1 = LongVector.broadcast(L, WEYL_1);
    LongVector counter = LongVector.zero(L).addIndex(1);
    for (int block = 0; block < 8 * (length + 31 >>> 5); block += BLOCKS) {
      LongVector c0 = counter.add((from >>> 2) + block);
      LongVector c1 = LongVector.zero(L);
      LongVector c2 = ticks;
      LongVector c3 = laterTicks;
      LongVector k0 = key0;
      LongVector k1 = key1;
      for (int round = 0; round < ROUNDS; round++) {
        LongVector p0 = c0.and(WORD).mul(m0);
        LongVector p1 = c2.and(WORD).mul(m1);
        c0 = p1.lanewise(LSHR, 32).lanewise(XOR, c1).lanewise(XOR, k0);
        c1 = p1;
        c2 = p0.lanewise(LSHR, 32).lanewise(XOR, c3).lanewise(XOR, k1);
        c3 = p0;
        k0 = k0.add(weyl0);
        k1 = k1.add(weyl1);
      }
      int at = 4 * (block & -8) + (block & 7);
      c0.and(WORD).intoArray(words, at);
      c1.and(WORD).intoArray(words, at + 8);
      c2.and(WORD).intoArray(words, at + 16);
      c3.and(WORD).intoArray(words, at + 24);
    }
    for (int i = 0; i < length / 2; i += BLOCKS) {
      int at = 2 * (i & -8) + (i & 7);
      LongVector firstWord = LongVector.fromArray(L, words, at);
      LongVector secondWord = LongVector.fromArray(L, words, at + 8);
      DoubleVector first = ((DoubleVector) firstWord.convert(L2D, 0)).add(0.5).mul(0x1p-32);
      DoubleVector second = ((DoubleVector) secondWord.convert(L2D, 0)).add(0.5).mul(0x1p-30);

      LongVector bits = first.reinterpretAsLongs();
      DoubleVector k = (DoubleVector) bits.lanewise(ASHR, 52).sub(1023).convert(L2D, 0);
      DoubleVector m =
          bits.and(BoxMuller.FRACTION).or(BoxMuller.EXPONENT_ONE).reinterpretAsDoubles();
      VectorMask<Double> large = m.compare(GT, BoxMuller.SQRT_TWO);
      k = k.blend(k.add(1), large);
      DoubleVector f = m.blend(m.mul(0.5), large).sub(1);
      DoubleVector s = f.div(f.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector w = z.mul(z);
      DoubleVector even = w.mul(BoxMuller.L6).add(BoxMuller.L4).mul(w).add(BoxMuller.L2).mul(w);
      DoubleVector odd = w.mul(BoxMuller.L7).add(BoxMuller.L5).mul(w).add(BoxMuller.L3);
      odd = odd.mul(w).add(BoxMuller.L1).mul(z);
      DoubleVector half = f.mul(f).mul(0.5);
      DoubleVector tail = s.mul(half.add(odd.add(even))).add(k.mul(BoxMuller.LN2_LOW));
      DoubleVector log = k.mul(BoxMuller.LN2_HIGH).sub(half.sub(tail).sub(f));
      DoubleVector radius = log.mul(-2).sqrt();

      DoubleVector shifted = second.add(BoxMuller.ROUND);
      LongVector quadrant = shifted.reinterpretAsLongs();
      DoubleVector x = second.sub(shifted.sub(BoxMuller.ROUND)).mul(BoxMuller.HALF_PI);
      z = x.mul(x);
      half = z.mul(0.5);
      w = half.neg().add(1);
      DoubleVector c = z.mul(BoxMuller.C6).add(BoxMuller.C5).mul(z).add(BoxMuller.C4).mul(z);
      c = c.add(BoxMuller.C3).mul(z).add(BoxMuller.C2).mul(z).add(BoxMuller.C1).mul(z);
      DoubleVector cosine = w.add(w.neg().add(1).sub(half).add(z.mul(c)));
      DoubleVector t = z.mul(BoxMuller.S6).add(BoxMuller.S5).mul(z).add(BoxMuller.S4).mul(z);
      t = t.add(BoxMuller.S3).mul(z).add(BoxMuller.S2).mul(z).add(BoxMuller.S1);
      DoubleVector sine = t.mul(z.mul(x)).add(x);
      VectorMask<Double> swapped = quadrant.and(1).compare(NE, 0).cast(D);
      DoubleVector byCosine = cosine.blend(sine, swapped);
      DoubleVector bySine = sine.blend(cosine, swapped);
      byCosine = byCosine.blend(byCosine.neg(), quadrant.add(1).and(2).compare(NE, 0).cast(D));
      bySine = bySine.blend(bySine.neg(), quadrant.and(2).compare(NE, 0).cast(D));
      ((FloatVector) radius.mul(byCosine).convertShape(D2F, HALF, 0)).intoArray(out, at);
      ((FloatVector) radius.mul(bySine).convertShape(D2F, HALF, 0)).intoArray(out, at + 8);
    }
  }

  /**
   * Counts of one mean, from 16-bit numbers in lanes of shorts. Where those don't decide, which is
   * rare, the count is found one by one. {@code from} is a multiple of 32, {@code words} is room
   * for a long a number and 16 more.
   *
   * <p>First all words, then all counts: in one loop there would be too few registers.
   */
  static void poissons(
      long key, long tick, int from, int length, PoissonTable table, long[] words, float[] out) {
    if (!table.isExact() || table.stepCount() > MOST_STEPS) {
      Draws.poissons(key, tick, from, length, table, out);
      return;
    }
    fillWords(key, tick, from, length, words);
    if (SELECTS && table.isGuided()) {
      countByGuide(key, tick, from, length, table, words, out);
    } else {
      countBySteps(key, tick, from, length, table, words, out);
    }
  }

  private static void fillWords(long key, long tick, int from, int length, long[] words) {
    if (length == 0) {
      return; // what comes next takes long until it's compiled
    }
    LongVector m0 = LongVector.broadcast(L, MULTIPLIER_0).and(WORD);
    LongVector m1 = LongVector.broadcast(L, MULTIPLIER_1).and(WORD);
    LongVector ticks = LongVector.broadcast(L, tick & WORD);
    LongVector laterTicks = LongVector.broadcast(L, tick >>> 32);
    LongVector key0 = LongVector.broadcast(L, key);
    LongVector key1 = LongVector.broadcast(L, key >>> 32);
    LongVector weyl0 = LongVector.broadcast(L, WEYL_0);
    LongVector weyl1 = LongVector.broadcast(L, WEYL_1);
    LongVector lower = LongVector.fromArray(L, LOWER_LANES, 0);
    LongVector upper = LongVector.fromArray(L, UPPER_LANES, 0);
    LongVector counter = LongVector.zero(L).addIndex(1);
    int end = 8 * (length + 31 >>> 5);
    for (int i = 0; i < end; i += 2 * BLOCKS) {
      LongVector c0 = counter.add((from >>> 3) + (i >>> 1));
      LongVector c1 = LongVector.zero(L);
      LongVector c2 = ticks;
      LongVector c3 = laterTicks;
      LongVector k0 = key0;
      LongVector k1 = key1;
      for (int round = 0; round < ROUNDS; round++) {
        LongVector p0 = c0.and(WORD).mul(m0);
        LongVector p1 = c2.and(WORD).mul(m1);
        c0 = p1.lanewise(LSHR, 32).lanewise(XOR, c1).lanewise(XOR, k0);
        c1 = p1;
        c2 = p0.lanewise(LSHR, 32).lanewise(XOR, c3).lanewise(XOR, k1);
        c3 = p0;
        k0 = k0.add(weyl0);
        k1 = k1.add(weyl1);
      }
      LongVector first = c0.and(WORD).or(c1.lanewise(LSHL, 32));
      LongVector last = c2.and(WORD).or(c3.lanewise(LSHL, 32));
      (SELECTS ? lower.selectFrom(first, last) : first.rearrange(LOWER, last))
          .lanewise(XOR, SIGNS)
          .intoArray(words, i);
      (SELECTS ? upper.selectFrom(first, last) : first.rearrange(UPPER, last))
          .lanewise(XOR, SIGNS)
          .intoArray(words, i + BLOCKS);
    }
  }

  /** A threshold after the other is compared with all numbers. */
  private static void countBySteps(
      long key, long tick, int from, int length, PoissonTable table, long[] words, float[] out) {
    if (length == 0) {
      return;
    }
    short[] steps = table.steps();
    int stepsEnd = (table.stepCount() + 1) * PoissonTable.SHORTS;
    ShortVector low = ShortVector.fromArray(S, table.list(), 0);
    ShortVector high = ShortVector.fromArray(S, table.list(), S.length());
    int end = 8 * (length + 31 >>> 5);
    for (int i = 0; i < end; i += 2 * BLOCKS) {
      ShortVector a = LongVector.fromArray(L, words, i).reinterpretAsShorts();
      ShortVector b = LongVector.fromArray(L, words, i + BLOCKS).reinterpretAsShorts();
      ShortVector aCounts = ShortVector.zero(S);
      ShortVector bCounts = ShortVector.zero(S);
      ShortVector aNext = ShortVector.fromArray(S, steps, 0);
      ShortVector bNext = ShortVector.fromArray(S, steps, 0);
      ShortVector step = ShortVector.fromArray(S, steps, 0);
      for (int k = PoissonTable.SHORTS; k < stepsEnd; k += PoissonTable.SHORTS) {
        VectorMask<Short> aBeyond = a.compare(GT, step);
        VectorMask<Short> bBeyond = b.compare(GT, step);
        step = ShortVector.fromArray(S, steps, k);
        aCounts = aCounts.lanewise(ADD, (short) 1, aBeyond);
        bCounts = bCounts.lanewise(ADD, (short) 1, bBeyond);
        if (!SELECTS) {
          aNext = aNext.blend(step, aBeyond);
          bNext = bNext.blend(step, bBeyond);
        }
      }
      if (SELECTS) {
        aNext = aCounts.selectFrom(low, high);
        bNext = bCounts.selectFrom(low, high);
      }
      // Lower halves, then those of 16 neurons further on. All conversions come before the
      // branches: a vector that's used behind one may be allocated.
      IntVector aPairs = aCounts.reinterpretAsInts();
      IntVector bPairs = bCounts.reinterpretAsInts();
      FloatVector aLower = (FloatVector) aPairs.and(0xFFFF).convert(I2F, 0);
      FloatVector aUpper = (FloatVector) aPairs.lanewise(LSHR, 16).convert(I2F, 0);
      FloatVector bLower = (FloatVector) bPairs.and(0xFFFF).convert(I2F, 0);
      FloatVector bUpper = (FloatVector) bPairs.lanewise(LSHR, 16).convert(I2F, 0);
      int at = neuron(2 * i);
      aLower.intoArray(out, at);
      if (at + 16 < length) {
        aUpper.intoArray(out, at + 16);
      }
      at = neuron(2 * i + 2 * BLOCKS);
      if (at < length) {
        bLower.intoArray(out, at);
      }
      if (at + 16 < length) {
        bUpper.intoArray(out, at + 16);
      }
      long aUnsure = a.compare(EQ, aNext).toLong();
      long bUnsure = b.compare(EQ, bNext).toLong();
      if ((aUnsure | bUnsure) != 0) {
        decide(aUnsure, key, tick, from, length, table, words, i, out);
        decide(bUnsure, key, tick, from, length, table, words, i + BLOCKS, out);
      }
    }
  }

  /** The upper six bits tell the count but for one threshold. */
  private static void countByGuide(
      long key, long tick, int from, int length, PoissonTable table, long[] words, float[] out) {
    if (length == 0) {
      return;
    }
    ShortVector lowCounts = ShortVector.fromArray(S, table.guidedCounts(), 0);
    ShortVector highCounts = ShortVector.fromArray(S, table.guidedCounts(), S.length());
    ShortVector lowSteps = ShortVector.fromArray(S, table.guidedSteps(), 0);
    ShortVector highSteps = ShortVector.fromArray(S, table.guidedSteps(), S.length());
    ShortVector limit = ShortVector.broadcast(S, table.guidedLimit());
    int end = 8 * (length + 31 >>> 5);
    for (int i = 0; i < end; i += 2 * BLOCKS) {
      ShortVector a = LongVector.fromArray(L, words, i).reinterpretAsShorts();
      ShortVector b = LongVector.fromArray(L, words, i + BLOCKS).reinterpretAsShorts();
      ShortVector aGuide = a.lanewise(LSHR, 10);
      ShortVector bGuide = b.lanewise(LSHR, 10);
      ShortVector aStep = aGuide.selectFrom(lowSteps, highSteps);
      ShortVector bStep = bGuide.selectFrom(lowSteps, highSteps);
      ShortVector aCounts =
          aGuide.selectFrom(lowCounts, highCounts).lanewise(ADD, (short) 1, a.compare(GT, aStep));
      ShortVector bCounts =
          bGuide.selectFrom(lowCounts, highCounts).lanewise(ADD, (short) 1, b.compare(GT, bStep));
      // Lower halves, then those of 16 neurons further on. All conversions come before the
      // branches: a vector that's used behind one may be allocated.
      IntVector aPairs = aCounts.reinterpretAsInts();
      IntVector bPairs = bCounts.reinterpretAsInts();
      FloatVector aLower = (FloatVector) aPairs.and(0xFFFF).convert(I2F, 0);
      FloatVector aUpper = (FloatVector) aPairs.lanewise(LSHR, 16).convert(I2F, 0);
      FloatVector bLower = (FloatVector) bPairs.and(0xFFFF).convert(I2F, 0);
      FloatVector bUpper = (FloatVector) bPairs.lanewise(LSHR, 16).convert(I2F, 0);
      int at = neuron(2 * i);
      aLower.intoArray(out, at);
      if (at + 16 < length) {
        aUpper.intoArray(out, at + 16);
      }
      at = neuron(2 * i + 2 * BLOCKS);
      if (at < length) {
        bLower.intoArray(out, at);
      }
      if (at + 16 < length) {
        bUpper.intoArray(out, at + 16);
      }
      long aUnsure = a.compare(EQ, aStep).or(a.compare(GT, limit)).toLong();
      long bUnsure = b.compare(EQ, bStep).or(b.compare(GT, limit)).toLong();
      if ((aUnsure | bUnsure) != 0) {
        decide(aUnsure, key, tick, from, length, table, words, i, out);
        decide(bUnsure, key, tick, from, length, table, words, i + BLOCKS, out);
      }
    }
  }

  /** The neuron whose bits are the lower half of a word. */
  private static int neuron(int word) {
    return (word & -16) * 2 + (word & 15);
  }

  private static void decide(
      long unsure,
      long key,
      long tick,
      int from,
      int length,
      PoissonTable table,
      long[] words,
      int first,
      float[] out) {
    for (long left = unsure; left != 0; left &= left - 1) {
      int lane = Long.numberOfTrailingZeros(left);
      int at = neuron(2 * first + (lane >> 1)) + 16 * (lane & 1);
      if (at < length) {
        long word = words[first + (lane >> 2)] ^ SIGNS;
        int bits = (int) (word >>> 16 * (lane & 3)) & 0xFFFF;
        out[at] = table.count(bits, key, tick, from + at);
      }
    }
  }
}
