package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;

/** Rebuilds an expression by the rules of {@link Terms}. */
public final class Simplifier {
  private Simplifier() {}

  public static Expr simplified(Expr expression) {
    return switch (expression) {
      case Expr.Unary unary when unary.operator() == Expr.Unary.Operator.NEGATE ->
          Terms.negative(simplified(unary.operand()));
      case Expr.Binary binary -> binary(binary);
      case Expr.Conditional choice ->
          Terms.choice(
              choice.condition(), simplified(choice.whenTrue()), simplified(choice.whenFalse()));
      default -> expression;
    };
  }

  private static Expr binary(Expr.Binary binary) {
    return switch (binary.operator()) {
      case ADD -> Terms.sum(simplified(binary.left()), simplified(binary.right()));
      case SUBTRACT -> Terms.difference(simplified(binary.left()), simplified(binary.right()));
      case MULTIPLY -> Terms.product(simplified(binary.left()), simplified(binary.right()));
      case DIVIDE -> Terms.quotient(simplified(binary.left()), simplified(binary.right()));
      default -> binary;
    };
  }
}
