package dev.glia.drivers.cpu.simd;

/**
 * Two standard normal numbers from two words, as {@link dev.glia.api.random.Streams#normal} defines
 * them, in float64 from additions, multiplications and roots only: without allocation, and the same
 * in scalars and vectors. Logarithm, sine and cosine are those of fdlibm (Sun Microsystems); the
 * angle is reduced exactly, as it is a fraction of a turn.
 */
final class BoxMuller {
  static final double SQRT_TWO = 1.4142135623730951;
  static final double LN2_HIGH = 6.93147180369123816490e-01;
  static final double LN2_LOW = 1.90821492927058770002e-10;
  static final double L1 = 6.666666666666735130e-01;
  static final double L2 = 3.999999999940941908e-01;
  static final double L3 = 2.857142874366239149e-01;
  static final double L4 = 2.222219843214978396e-01;
  static final double L5 = 1.818357216161805012e-01;
  static final double L6 = 1.531383769920937332e-01;
  static final double L7 = 1.479819860511658591e-01;
  static final double HALF_PI = 1.5707963267948966;
  static final double C1 = 4.16666666666666019037e-02;
  static final double C2 = -1.38888888888741095749e-03;
  static final double C3 = 2.48015872894767294178e-05;
  static final double C4 = -2.75573143513906633035e-07;
  static final double C5 = 2.08757232129817482790e-09;
  static final double C6 = -1.13596475577881948265e-11;
  static final double S1 = -1.66666666666666324348e-01;
  static final double S2 = 8.33333333332248946124e-03;
  static final double S3 = -1.98412698298579493134e-04;
  static final double S4 = 2.75573137070700676789e-06;
  static final double S5 = -2.50507602534068634195e-08;
  static final double S6 = 1.58969099521155010221e-10;

  /** Adding it to a small positive number rounds to an integer, kept in the low bits. */
  static final double ROUND = 0x1.8p52;

  static final long EXPONENT_ONE = 0x3FF0000000000000L;
  static final long FRACTION = 0x000FFFFFFFFFFFFFL;

  private BoxMuller() {}

  /** The number with the cosine, or that with the sine. */
  static double normal(int first, int second, boolean sine) {
    double radius = Math.sqrt(-2 * log(((first & 0xFFFFFFFFL) + 0.5) * 0x1p-32));
    double quarters = ((second & 0xFFFFFFFFL) + 0.5) * 0x1p-30;
    return radius * cosineOfTurn(sine ? quarters + 3 : quarters); // exact: 33 bits and 3
  }

  /** Natural logarithm of a number in (0, 1), not denormal. */
  private static double log(double u) {
    long bits = Double.doubleToRawLongBits(u);
    double k = (double) ((bits >> 52) - 1023);
    double m = Double.longBitsToDouble((bits & FRACTION) | EXPONENT_ONE);
    boolean large = m > SQRT_TWO;
    k = large ? k + 1 : k;
    m = large ? m * 0.5 : m;
    double f = m - 1;
    double s = f / (f + 2);
    double z = s * s;
    double w = z * z;
    double even = ((L6 * w + L4) * w + L2) * w;
    double odd = (((L7 * w + L5) * w + L3) * w + L1) * z;
    double half = f * f * 0.5;
    double tail = s * (half + (odd + even)) + k * LN2_LOW;
    return k * LN2_HIGH - ((half - tail) - f);
  }

  /** Cosine of so many quarter turns, 0 to 8. */
  private static double cosineOfTurn(double quarters) {
    double shifted = quarters + ROUND;
    long quadrant = Double.doubleToRawLongBits(shifted);
    double x = (quarters - (shifted - ROUND)) * HALF_PI;
    double z = x * x;
    double half = z * 0.5;
    double w = 1 - half;
    double c = (((((C6 * z + C5) * z + C4) * z + C3) * z + C2) * z + C1) * z;
    double cosine = w + (((1 - w) - half) + z * c);
    double sine = (((((S6 * z + S5) * z + S4) * z + S3) * z + S2) * z + S1) * (z * x) + x;
    double value = (quadrant & 1) == 0 ? cosine : sine;
    return ((quadrant + 1) & 2) == 0 ? value : -value; // quadrants 1 and 2 are negative
  }
}
