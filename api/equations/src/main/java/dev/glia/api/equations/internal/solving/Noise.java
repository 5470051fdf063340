package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;

/** Recognizes white noise in rates: a local name {@code xi} or {@code xi_…}. */
final class Noise {
  private Noise() {}

  static boolean isNoise(Expr part) {
    return part instanceof Expr.Name name
        && name.scope() == Scope.LOCAL
        && (name.name().equals("xi") || name.name().startsWith("xi_"));
  }
}
