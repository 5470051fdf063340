package dev.glia.drivers.cpu.simd;

/** {@link FloatMath} over arrays, one element after the other. */
final class ScalarPasses {
  private ScalarPasses() {}

  static void exp(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.exp(in[i]);
    }
  }

  static void log(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.log(in[i]);
    }
  }

  static void sin(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.sin(in[i]);
    }
  }

  static void cos(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.cos(in[i]);
    }
  }

  static void tanh(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.tanh(in[i]);
    }
  }

  static void expit(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.expit(in[i]);
    }
  }

  static void exprel(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.exprel(in[i]);
    }
  }

  static void floor(float[] in, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.floor(in[i]);
    }
  }

  static void pow(float[] base, float[] exponent, float[] out, int length) {
    for (int i = 0; i < length; i++) {
      out[i] = FloatMath.pow(base[i], exponent[i]);
    }
  }
}
