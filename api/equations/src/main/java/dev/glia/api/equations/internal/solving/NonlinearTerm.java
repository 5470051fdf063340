package dev.glia.api.equations.internal.solving;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.internal.algebra.Derivative;
import dev.glia.api.equations.internal.algebra.ExpressionPrinter;
import dev.glia.api.equations.internal.algebra.Occurrences;
import dev.glia.api.equations.internal.checking.UnitNames;

/** Finds the part of a rate that keeps it from being linear, to name it in a message. */
final class NonlinearTerm {
  private static final int LONGEST = 60;

  private NonlinearTerm() {}

  /** {@code 'v^2' isn't linear in v}. */
  static String describe(Expr rate, Expr.Name variable) {
    return quoted(find(rate, variable))
        + " isn't linear in "
        + variable.name()
        + " with constant coefficients";
  }

  static String quoted(Expr term) {
    String text = new ExpressionPrinter(new UnitNames()).print(term);
    return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "'";
  }

  private static Expr find(Expr expression, Expr.Name variable) {
    for (Expr part : Occurrences.parts(expression)) {
      boolean guilty =
          isSum(expression)
              ? !LinearPart.isConstant(Derivative.of(part, variable))
              : isScaled(expression, part);
      if (guilty && Occurrences.contains(part, variable) && !part.equals(variable)) {
        return find(part, variable);
      }
    }
    return expression;
  }

  private static boolean isSum(Expr expression) {
    return expression instanceof Expr.Unary
        || expression instanceof Expr.Binary binary
            && (binary.operator() == Expr.Binary.Operator.ADD
                || binary.operator() == Expr.Binary.Operator.SUBTRACT);
  }

  /** Whether the other factor, or the divisor, is a constant: then the blame is on this one. */
  private static boolean isScaled(Expr expression, Expr part) {
    if (!(expression instanceof Expr.Binary binary)) {
      return false;
    }
    return switch (binary.operator()) {
      case MULTIPLY ->
          LinearPart.isConstant(part == binary.left() ? binary.right() : binary.left());
      case DIVIDE -> part == binary.left() && LinearPart.isConstant(binary.right());
      default -> false;
    };
  }
}
