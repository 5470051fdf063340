package dev.glia.api.equations.internal.checking;

import dev.glia.api.units.Dimension;

/**
 * Arithmetic of dimensions in which one may be left open: the unit of a neighbor's variable isn't
 * known before models are joined, and until then it fits everywhere.
 */
public final class Dimensions {
  /** Fits everywhere; recognized by identity. */
  public static final Dimension OPEN = Dimension.unknown("?");

  /** White noise. */
  public static final Dimension NOISE = Dimension.FREQUENCY.squareRoot();

  /** Far beyond what models need, and well inside of what derivatives of them may have. */
  private static final int LARGEST_WRITTEN = 40;

  private Dimensions() {}

  private static Dimension checked(Dimension dimension) {
    if (dimension.magnitude() > LARGEST_WRITTEN) {
      throw new ArithmeticException(
          "a base unit to the power " + dimension.magnitude() + " is out of all proportion");
    }
    return dimension;
  }

  static Dimension product(Dimension a, Dimension b) {
    return a == OPEN || b == OPEN ? OPEN : checked(a.times(b));
  }

  static Dimension quotient(Dimension a, Dimension b) {
    return a == OPEN || b == OPEN ? OPEN : checked(a.dividedBy(b));
  }

  static Dimension perTime(Dimension a) {
    return quotient(a, Dimension.TIME);
  }

  static Dimension power(Dimension base, int exponent) {
    return base == OPEN ? OPEN : checked(base.power(exponent));
  }

  static Dimension squareRoot(Dimension square) {
    return square == OPEN ? OPEN : square.squareRoot();
  }

  static boolean fit(Dimension a, Dimension b) {
    return a == OPEN || b == OPEN || a.equals(b);
  }

  /** Of two that fit, the one that's known. */
  static Dimension known(Dimension a, Dimension b) {
    return a == OPEN ? b : a;
  }
}
