package dev.glia.api.equations;

import dev.glia.api.units.Dimension;

/**
 * The type of an expression: a truth value, or a real number with a dimension.
 *
 * @param truth whether it's a truth value; its dimension is then {@link Dimension#NONE}
 */
public record Type(boolean truth, Dimension dimension) {
  public static final Type TRUTH = new Type(true, Dimension.NONE);
  public static final Type PLAIN = new Type(false, Dimension.NONE);

  public static Type real(Dimension dimension) {
    return new Type(false, dimension);
  }
}
