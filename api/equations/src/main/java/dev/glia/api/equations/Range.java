package dev.glia.api.equations;

import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * An interval of allowed values in SI base units; an infinite bound is never reached, unless it's
 * closed.
 *
 * @param low lower bound
 * @param lowOpen whether the lower bound itself is excluded
 * @param high upper bound
 * @param highOpen whether the upper bound itself is excluded
 * @param lowParameter another parameter that bounds from below, as {@code low} then doesn't
 * @param highParameter another parameter that bounds from above, as {@code high} then doesn't
 */
public record Range(
    double low,
    boolean lowOpen,
    double high,
    boolean highOpen,
    Optional<String> lowParameter,
    Optional<String> highParameter) {
  public static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an empty range: " + low + " to " + high);
    }
  }

  /** An interval between numbers. */
  public Range(double low, boolean lowOpen, double high, boolean highOpen) {
    this(low, lowOpen, high, highOpen, Optional.empty(), Optional.empty());
  }

  /** Whether a value is within the bounds that are numbers; false for NaN. */
  public boolean contains(double value) {
    return isAbove(value, low) && isBelow(value, high);
  }

  /**
   * Whether a value is within all bounds; false for NaN.
   *
   * @param parameters values of the other parameters of the model, in SI base units
   */
  public boolean contains(double value, ToDoubleFunction<String> parameters) {
    return contains(value)
        && (lowParameter.isEmpty() || isAbove(value, parameters.applyAsDouble(lowParameter.get())))
        && (highParameter.isEmpty()
            || isBelow(value, parameters.applyAsDouble(highParameter.get())));
  }

  private boolean isAbove(double value, double bound) {
    return lowOpen ? value > bound : value >= bound;
  }

  private boolean isBelow(double value, double bound) {
    return highOpen ? value < bound : value <= bound;
  }

  /** As it would be typed: {@code (0 ms, 1 s]}, {@code (-inf, v_threshold)}. */
  public String text(Unit unit) {
    String lower = lowParameter.orElse(text(low, unit));
    String upper = highParameter.orElse(text(high, unit));
    return (lowOpen ? "(" : "[") + lower + ", " + upper + (highOpen ? ")" : "]");
  }

  private static String text(double bound, Unit unit) {
    return new Quantity(bound, Double.isInfinite(bound) ? Unit.ONE : unit).toString();
  }
}
