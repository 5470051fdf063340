package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;

/** Bounds what nested definitions can grow to when they're put into each other. */
public final class Size {
  private static final int MOST_PARTS = 5_000;
  private static final int DEEPEST = 500;

  private int parts;

  private Size() {}

  /** Whether later steps can afford to walk the expression; found out in bounded time. */
  public static boolean isBearable(Expr expression) {
    return new Size().bears(expression, 0);
  }

  private boolean bears(Expr expression, int depth) {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      return false;
    }
    for (Expr part : Occurrences.parts(expression)) {
      if (!bears(part, depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
