package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.internal.algebra.Terms;
import dev.glia.api.units.Dimension;

/** Tells neurons in which variables are held from the others. */
final class Held {
  private static final Expr REFRACTORY =
      Terms.compared(
          Operator.GREATER,
          new Expr.Name("refractory", Scope.REFRACTORY, Dimension.NONE),
          Expr.Number.plain(0.5));

  private Held() {}

  static Expr choose(Expr inRefractoryNeurons, Expr inOthers) {
    return Terms.choice(REFRACTORY, inRefractoryNeurons, inOthers);
  }
}
