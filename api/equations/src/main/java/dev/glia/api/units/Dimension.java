package dev.glia.api.units;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Exponents of the seven SI base dimensions, counted in halves so that white noise (s^-1/2) has
 * one.
 *
 * <p>Order: length, mass, time, current, temperature, amount, luminous intensity. Beside them a
 * dimension may have exponents of {@linkplain #unknown unknowns}, which models have before they are
 * joined with others. Results with an exponent beyond {@value #LARGEST} are refused with an {@link
 * ArithmeticException}.
 */
public final class Dimension {
  /** No quantity has a larger exponent. */
  public static final int LARGEST = 500;

  private static final String[] SYMBOLS = {"m", "kg", "s", "A", "K", "mol", "cd"};

  /** The dimension of plain numbers. */
  public static final Dimension NONE = new Dimension(new int[7], Map.of());

  public static final Dimension LENGTH = base(0);
  public static final Dimension MASS = base(1);
  public static final Dimension TIME = base(2);
  public static final Dimension CURRENT = base(3);
  public static final Dimension FREQUENCY = NONE.dividedBy(TIME);
  public static final Dimension VOLTAGE =
      MASS.times(LENGTH.power(2)).dividedBy(TIME.power(3)).dividedBy(CURRENT);
  public static final Dimension CONDUCTANCE = CURRENT.dividedBy(VOLTAGE);
  public static final Dimension CAPACITANCE = CURRENT.times(TIME).dividedBy(VOLTAGE);

  private final int[] halves;
  private final Map<String, Integer> unknowns;

  private Dimension(int[] halves, Map<String, Integer> unknowns) {
    this.halves = halves;
    this.unknowns = unknowns;
    for (int exponent : halves) {
      check(exponent);
    }
    unknowns.values().forEach(Dimension::check);
  }

  private static void check(int exponent) {
    if (Math.abs(exponent) > 2 * LARGEST) {
      throw new ArithmeticException("no quantity has a base unit to the power " + exponent / 2);
    }
  }

  /**
   * A dimension from its exponents.
   *
   * @param halves seven exponents, each doubled (2 is first power, -1 is the inverse square root)
   */
  public static Dimension ofHalves(int... halves) {
    if (halves.length != 7) {
      throw new IllegalArgumentException("seven exponents are needed, given " + halves.length);
    }
    return new Dimension(halves.clone(), Map.of());
  }

  /**
   * A dimension that isn't known yet: equal to no other one but itself, until what it stands for is
   * put in its place.
   *
   * @param name how it's written, {@code target} for example
   */
  public static Dimension unknown(String name) {
    return new Dimension(new int[7], Map.of(name, 2));
  }

  private static Dimension base(int index) {
    int[] halves = new int[7];
    halves[index] = 2;
    return new Dimension(halves, Map.of());
  }

  public Dimension times(Dimension other) {
    return combined(other, 1);
  }

  public Dimension dividedBy(Dimension other) {
    return combined(other, -1);
  }

  private Dimension combined(Dimension other, int sign) {
    int[] sum = halves.clone();
    for (int i = 0; i < 7; i++) {
      sum[i] += sign * other.halves[i];
    }
    if (unknowns.isEmpty() && other.unknowns.isEmpty()) {
      return new Dimension(sum, unknowns);
    }
    Map<String, Integer> joined = new TreeMap<>(unknowns);
    other.unknowns.forEach((name, half) -> joined.merge(name, sign * half, Integer::sum));
    joined.values().removeIf(half -> half == 0);
    return new Dimension(sum, joined);
  }

  public Dimension power(int exponent) {
    if (Math.abs(exponent) > 2 * LARGEST) {
      throw new ArithmeticException("no quantity has a base unit to the power " + exponent);
    }
    return mapped(half -> half * exponent);
  }

  /**
   * The dimension of a square root.
   *
   * @throws ArithmeticException if an exponent would be a quarter
   */
  public Dimension squareRoot() {
    return mapped(
        half -> {
          if (half % 2 != 0) {
            throw new ArithmeticException("no square root of the dimension " + this);
          }
          return half / 2;
        });
  }

  private Dimension mapped(IntUnaryOperator exponent) {
    int[] mapped = Arrays.stream(halves).map(exponent).toArray();
    Map<String, Integer> mappedUnknowns = new TreeMap<>(unknowns);
    mappedUnknowns.replaceAll((name, half) -> exponent.applyAsInt(half));
    mappedUnknowns.values().removeIf(half -> half == 0);
    return new Dimension(mapped, mappedUnknowns);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** The largest exponent without its sign, rounded up. */
  public int magnitude() {
    int largest = 0;
    for (int half : halves) {
      largest = Math.max(largest, Math.abs(half));
    }
    for (int half : unknowns.values()) {
      largest = Math.max(largest, Math.abs(half));
    }
    return (largest + 1) / 2;
  }

  /** Whether it's made of base dimensions only. */
  public boolean isKnown() {
    return unknowns.isEmpty();
  }

  /** Exponents of the base dimensions in halves; a copy of length 7. */
  public int[] halves() {
    return halves.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dimension dimension
        && Arrays.equals(halves, dimension.halves)
        && unknowns.equals(dimension.unknowns);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(halves) + unknowns.hashCode();
  }

  /** In base symbols, as {@code m^2 kg s^-3 A^-1}; {@code 1} for plain numbers. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    unknowns.forEach((name, half) -> append(text, name, half));
    for (int i = 0; i < 7; i++) {
      append(text, SYMBOLS[i], halves[i]);
    }
    return text.isEmpty() ? "1" : text.toString();
  }

  private static void append(StringBuilder text, String symbol, int half) {
    if (half == 0) {
      return;
    }
    text.append(text.isEmpty() ? "" : " ").append(symbol);
    if (half % 2 != 0) {
      text.append("^").append(half).append("/2");
    } else if (half != 2) {
      text.append("^").append(half / 2);
    }
  }
}
