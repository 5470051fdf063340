package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.Expr.Binary.Operator;

/** How tightly parts of an expression bind, from loose to tight. */
public final class Precedence {
  public static final int CHOICE = 0;
  public static final int OR = 1;
  public static final int AND = 2;
  public static final int NOT = 3;
  public static final int COMPARISON = 4;
  public static final int SUM = 5;
  public static final int PRODUCT = 6;
  public static final int MINUS = 7;
  public static final int POWER = 8;
  public static final int ATOM = 9;

  private Precedence() {}

  public static int of(Operator operator) {
    return switch (operator) {
      case OR -> OR;
      case AND -> AND;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE -> PRODUCT;
      case POWER -> POWER;
    };
  }

  /** What the left operand needs to stand without parentheses. */
  public static int left(Operator operator) {
    int level = of(operator);
    return level == POWER || level == COMPARISON ? level + 1 : level;
  }

  /** What the right operand needs to stand without parentheses: powers group from the right. */
  public static int right(Operator operator) {
    int level = of(operator);
    return level == POWER ? MINUS : level + 1;
  }
}
