package dev.glia.drivers.cpu.simd;

/**
 * Elementary functions in float32, from additions and multiplications only.
 *
 * <p>The platform's own functions differ between interpreter, compilers and vector units; a spike
 * must not depend on which of them ran. These are rounded the same everywhere, and {@link
 * VectorMath} repeats them operation by operation. Polynomials are those of Cephes (S. Moshier);
 * errors are a few units in the last place.
 */
public final class FloatMath {
  static final float LOG2_E = 1.44269504088896341f;

  /** Adding it rounds a small number to an integer and leaves that in the low bits. */
  static final float ROUND = 12582912f;

  static final float LN2_HIGH = 0.693359375f;
  static final float LN2_LOW = -2.12194440e-4f;
  static final float EXP_LOWEST = -87.3365447505531f;
  static final float EXP_HIGHEST = 88.7228391116729f;
  static final float E0 = 1.9875691500e-4f;
  static final float E1 = 1.3981999507e-3f;
  static final float E2 = 8.3334519073e-3f;
  static final float E3 = 4.1665795894e-2f;
  static final float E4 = 1.6666665459e-1f;
  static final float E5 = 5.0000001201e-1f;

  static final float SMALLEST_NORMAL = 0x1p-126f;
  static final float SQRT_HALF = 0.707106781186547524f;
  static final float L0 = 7.0376836292e-2f;
  static final float L1 = -1.1514610310e-1f;
  static final float L2 = 1.1676998740e-1f;
  static final float L3 = -1.2420140846e-1f;
  static final float L4 = 1.4249322787e-1f;
  static final float L5 = -1.6668057665e-1f;
  static final float L6 = 2.0000714765e-1f;
  static final float L7 = -2.4999993993e-1f;
  static final float L8 = 3.3333331174e-1f;

  /** Beyond it the three-part reduction loses digits. */
  static final float TURNS_LIMIT = 8192f;

  static final float TWO_OVER_PI = 0.636619772367581343f;
  static final float HALF_PI_A = 1.5703125f;
  static final float HALF_PI_B = 4.837512969970703125e-4f;
  static final float HALF_PI_C = 7.54978995489188216e-8f;
  static final float S0 = -1.9515295891e-4f;
  static final float S1 = 8.3321608736e-3f;
  static final float S2 = -1.6666654611e-1f;
  static final float C0 = 2.443315711809948e-5f;
  static final float C1 = -1.388731625493765e-3f;
  static final float C2 = 4.166664568298827e-2f;

  static final float TANH_SERIES = 0.625f;
  static final float T0 = -5.70498872745e-3f;
  static final float T1 = 2.06390887954e-2f;
  static final float T2 = -5.37397155531e-2f;
  static final float T3 = 1.33314422036e-1f;
  static final float T4 = -3.33332819422e-1f;

  static final float EXPREL_SERIES = 0.5f;
  static final float X2 = 1f / 6;
  static final float X3 = 1f / 24;
  static final float X4 = 1f / 120;
  static final float X5 = 1f / 720;
  static final float X6 = 1f / 5040;
  static final float X7 = 1f / 40320;
  static final float X8 = 1f / 362880;

  /** Rounds in which fused operations are timed, and how many a round. */
  private static final int FUSED_ROUNDS = 20;

  private static final int FUSED_CALLS = 8;

  /** A processor does so many in a microsecond, without its help they take hundreds. */
  private static final long FUSED_LONGEST_NS = 20_000;

  static final boolean FUSES = probeFused();

  private FloatMath() {}

  /**
   * Whether the processor multiplies and adds in one operation, as those with AVX2 or NEON do.
   * Elsewhere {@link Math#fma} gives the same numbers ten thousand times slower.
   */
  public static boolean fuses() {
    return FUSES;
  }

  private static boolean probeFused() {
    float x = 1.1f;
    long fastest = Long.MAX_VALUE;
    for (int round = 0; round < FUSED_ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < FUSED_CALLS; i++) {
        x = Math.fma(x, 1.0001f, 0.5f);
      }
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest < FUSED_LONGEST_NS && x > 0;
  }

  /** a*b + c, rounded once where the processor can. */
  private static float fused(float a, float b, float c) {
    return FUSES ? Math.fma(a, b, c) : a * b + c;
  }

  public static float exp(float x) {
    float shifted = fused(x, LOG2_E, ROUND);
    float n = shifted - ROUND;
    float r = fused(n, -LN2_LOW, fused(n, -LN2_HIGH, x));
    float p = fused(fused(fused(E0, r, E1), r, E2), r, E3);
    p = fused(fused(p, r, E4), r, E5);
    float y = fused(p, r * r, r) + 1f;
    int power = Float.floatToRawIntBits(shifted) << 23; // the bits of ROUND go
    float value = Float.intBitsToFloat(Float.floatToRawIntBits(y) + power);
    value = x < EXP_LOWEST ? 0f : value;
    return x <= EXP_HIGHEST ? value : x > EXP_HIGHEST ? Float.POSITIVE_INFINITY : x;
  }

  public static float log(float x) {
    boolean tiny = x < SMALLEST_NORMAL;
    float scaled = tiny ? x * 0x1p25f : x;
    int bits = Float.floatToRawIntBits(scaled);
    float e = ((bits >> 23) & 0xFF) - 126;
    e = tiny ? e - 25f : e;
    float m = Float.intBitsToFloat((bits & 0x007FFFFF) | 0x3F000000);
    boolean low = m < SQRT_HALF;
    e = low ? e - 1f : e;
    m = low ? m + m - 1f : m - 1f;
    float z = m * m;
    float p =
        (((((((L0 * m + L1) * m + L2) * m + L3) * m + L4) * m + L5) * m + L6) * m + L7) * m + L8;
    float y = p * m * z;
    y = y + LN2_LOW * e;
    y = y - 0.5f * z;
    float value = m + y + LN2_HIGH * e;
    value = x == 0f ? Float.NEGATIVE_INFINITY : value;
    value = x < 0f ? Float.NaN : value;
    return x < Float.POSITIVE_INFINITY ? value : x; // NaN and infinity pass through
  }

  public static float sin(float x) {
    if (Math.abs(x) > TURNS_LIMIT) {
      return (float) StrictMath.sin(x);
    }
    return turn(x, 0);
  }

  public static float cos(float x) {
    if (Math.abs(x) > TURNS_LIMIT) {
      return (float) StrictMath.cos(x);
    }
    return turn(x, 1);
  }

  /** Sine of x plus so many quarter turns. */
  private static float turn(float x, int quarters) {
    float shifted = x * TWO_OVER_PI + ROUND;
    float n = shifted - ROUND;
    float r = x - n * HALF_PI_A - n * HALF_PI_B - n * HALF_PI_C;
    int quadrant =
        Float.floatToRawIntBits(shifted) + quarters; // those of ROUND are a multiple of 4
    float z = r * r;
    float sine = ((S0 * z + S1) * z + S2) * z * r + r;
    float cosine = ((C0 * z + C1) * z + C2) * (z * z) - 0.5f * z + 1f;
    float value = (quadrant & 1) == 0 ? sine : cosine;
    return (quadrant & 2) == 0 ? value : -value;
  }

  public static float tanh(float x) {
    float magnitude = Math.abs(x);
    float z = x * x;
    float p = (((T0 * z + T1) * z + T2) * z + T3) * z + T4;
    float series = p * z * x + x;
    float ratio = 1f - 2f / (exp(magnitude + magnitude) + 1f);
    float signed = x < 0f ? -ratio : ratio;
    return magnitude < TANH_SERIES ? series : signed;
  }

  /** 1/(1 + exp(-x)). */
  public static float expit(float x) {
    return 1f / (1f + exp(-x));
  }

  /** (exp(x) - 1)/x, which is 1 at 0. */
  public static float exprel(float x) {
    float series =
        (((((((X8 * x + X7) * x + X6) * x + X5) * x + X4) * x + X3) * x + X2) * x + 0.5f) * x + 1f;
    float quotient = (exp(x) - 1f) / x;
    return Math.abs(x) < EXPREL_SERIES ? series : quotient;
  }

  public static float floor(float x) {
    float magnitude = Math.abs(x);
    float nearest = (magnitude + 0x1p23f) - 0x1p23f;
    nearest = x < 0f ? -nearest : nearest;
    float below = nearest > x ? nearest - 1f : nearest;
    return magnitude < 0x1p23f ? below : x;
  }

  /** Power with any exponent; the same lane by lane in vectors. */
  public static float pow(float x, float y) {
    return (float) StrictMath.pow(x, y);
  }
}
