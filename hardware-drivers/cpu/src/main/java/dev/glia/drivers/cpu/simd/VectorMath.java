package dev.glia.drivers.cpu.simd;

import static dev.glia.drivers.cpu.simd.FloatMath.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatMath} over arrays: the same operations in the same order, so every lane is bit for
 * bit what the scalar function returns.
 *
 * <p>Input and output are different arrays; lengths are multiples of {@link Padding#LANES}. Loops
 * are written out without methods of our own: those the just-in-time compiler may decide not to
 * inline, and then every vector that they return is an allocation.
 */
final class VectorMath {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;

  private VectorMath() {}

  static void exp(float[] in, float[] out, int length) {
    if (!FloatMath.FUSES) {
      ScalarPasses.exp(in, out, length);
      return;
    }
    if (length == 0) {
      return; // what comes next takes long until it's compiled
    }
    FloatVector log2e = FloatVector.broadcast(F, LOG2_E);
    FloatVector round = FloatVector.broadcast(F, ROUND);
    FloatVector high = FloatVector.broadcast(F, -LN2_HIGH);
    FloatVector low = FloatVector.broadcast(F, -LN2_LOW);
    FloatVector e0 = FloatVector.broadcast(F, E0);
    FloatVector e1 = FloatVector.broadcast(F, E1);
    FloatVector e2 = FloatVector.broadcast(F, E2);
    FloatVector e3 = FloatVector.broadcast(F, E3);
    FloatVector e4 = FloatVector.broadcast(F, E4);
    FloatVector e5 = FloatVector.broadcast(F, E5);
    for (int i = 0; i < length; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, in, i);
      FloatVector shifted = x.fma(log2e, round);
      FloatVector n = shifted.sub(round);
      FloatVector r = n.fma(low, n.fma(high, x));
      FloatVector p = e0.fma(r, e1).fma(r, e2).fma(r, e3);
      p = p.fma(r, e4).fma(r, e5);
      FloatVector y = p.fma(r.mul(r), r).add(1f);
      IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
      FloatVector value = y.reinterpretAsInts().add(power).reinterpretAsFloats();
      value = value.blend(0f, x.compare(VectorOperators.LT, EXP_LOWEST));
      FloatVector beyond =
          x.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, EXP_HIGHEST));
      beyond.blend(value, x.compare(VectorOperators.LE, EXP_HIGHEST)).intoArray(out, i);
    }
  }

  static void log(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, in, i);
      VectorMask<Float> tiny = x.compare(VectorOperators.LT, SMALLEST_NORMAL);
      IntVector bits = x.blend(x.mul(0x1p25f), tiny).reinterpretAsInts();
      IntVector exponent = bits.lanewise(VectorOperators.ASHR, 23).and(0xFF).sub(126);
      FloatVector e = (FloatVector) exponent.convert(VectorOperators.I2F, 0);
      e = e.blend(e.sub(25f), tiny);
      FloatVector m = bits.and(0x007FFFFF).or(0x3F000000).reinterpretAsFloats();
      VectorMask<Float> low = m.compare(VectorOperators.LT, SQRT_HALF);
      e = e.blend(e.sub(1f), low);
      m = m.sub(1f).blend(m.add(m).sub(1f), low);
      FloatVector z = m.mul(m);
      FloatVector p = m.mul(L0).add(L1).mul(m).add(L2).mul(m).add(L3).mul(m).add(L4);
      p = p.mul(m).add(L5).mul(m).add(L6).mul(m).add(L7).mul(m).add(L8);
      FloatVector y = p.mul(m).mul(z).add(e.mul(LN2_LOW)).sub(z.mul(0.5f));
      FloatVector value = m.add(y).add(e.mul(LN2_HIGH));
      value = value.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f));
      value = value.blend(Float.NaN, x.compare(VectorOperators.LT, 0f));
      x.blend(value, x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY)).intoArray(out, i);
    }
  }

  static void sin(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, in, i);
      if (x.abs().compare(VectorOperators.GT, TURNS_LIMIT).anyTrue()) {
        for (int j = i; j < i + F.length(); j++) {
          out[j] = FloatMath.sin(in[j]);
        }
      } else {
        turn(x, 0).intoArray(out, i);
      }
    }
  }

  static void cos(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, in, i);
      if (x.abs().compare(VectorOperators.GT, TURNS_LIMIT).anyTrue()) {
        for (int j = i; j < i + F.length(); j++) {
          out[j] = FloatMath.cos(in[j]);
        }
      } else {
        turn(x, 1).intoArray(out, i);
      }
    }
  }

  private static FloatVector turn(FloatVector x, int quarters) {
    FloatVector shifted = x.mul(TWO_OVER_PI).add(ROUND);
    FloatVector n = shifted.sub(ROUND);
    FloatVector r = x.sub(n.mul(HALF_PI_A)).sub(n.mul(HALF_PI_B)).sub(n.mul(HALF_PI_C));
    IntVector quadrant = shifted.reinterpretAsInts().add(quarters);
    FloatVector z = r.mul(r);
    FloatVector sine = z.mul(S0).add(S1).mul(z).add(S2).mul(z).mul(r).add(r);
    FloatVector cosine = z.mul(C0).add(C1).mul(z).add(C2).mul(z.mul(z)).sub(z.mul(0.5f)).add(1f);
    VectorMask<Integer> odd = quadrant.and(1).compare(VectorOperators.NE, 0);
    VectorMask<Integer> minus = quadrant.and(2).compare(VectorOperators.NE, 0);
    FloatVector value = sine.blend(cosine, odd.cast(F));
    return value.blend(value.neg(), minus.cast(F));
  }

  static void tanh(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i += F.length()) {
      FloatVector magnitude = FloatVector.fromArray(F, in, i).abs();
      magnitude.add(magnitude).intoArray(out, i);
    }
    exp(out, out, length);
    for (int i = 0; i < length; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, in, i);
      FloatVector z = x.mul(x);
      FloatVector p = z.mul(T0).add(T1).mul(z).add(T2).mul(z).add(T3).mul(z).add(T4);
      FloatVector series = p.mul(z).mul(x).add(x);
      FloatVector ratio =
          FloatVector.broadcast(F, 2f).div(FloatVector.fromArray(F, out, i).add(1f)).neg().add(1f);
      FloatVector signed = ratio.blend(ratio.neg(), x.compare(VectorOperators.LT, 0f));
      signed.blend(series, x.abs().compare(VectorOperators.LT, TANH_SERIES)).intoArray(out, i);
    }
  }

  static void expit(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i += F.length()) {
      FloatVector.fromArray(F, in, i).neg().intoArray(out, i);
    }
    exp(out, out, length);
    for (int i = 0; i < length; i += F.length()) {
      FloatVector.broadcast(F, 1f).div(FloatVector.fromArray(F, out, i).add(1f)).intoArray(out, i);
    }
  }

  static void exprel(float[] in, float[] out, int length) {
    exp(in, out, length);
    for (int i = 0; i < length; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, in, i);
      FloatVector p = x.mul(X8).add(X7).mul(x).add(X6).mul(x).add(X5).mul(x).add(X4);
      FloatVector series = p.mul(x).add(X3).mul(x).add(X2).mul(x).add(0.5f).mul(x).add(1f);
      FloatVector quotient = FloatVector.fromArray(F, out, i).sub(1f).div(x);
      quotient.blend(series, x.abs().compare(VectorOperators.LT, EXPREL_SERIES)).intoArray(out, i);
    }
  }

  static void floor(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i += F.length()) {
      FloatVector x = FloatVector.fromArray(F, in, i);
      FloatVector magnitude = x.abs();
      FloatVector nearest = magnitude.add(0x1p23f).sub(0x1p23f);
      nearest = nearest.blend(nearest.neg(), x.compare(VectorOperators.LT, 0f));
      FloatVector below = nearest.blend(nearest.sub(1f), nearest.compare(VectorOperators.GT, x));
      x.blend(below, magnitude.compare(VectorOperators.LT, 0x1p23f)).intoArray(out, i);
    }
  }
}
