package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.Expr;
import java.util.List;

/**
 * An expression as written, before names and units are known.
 *
 * <p>{@code at} is the character that a message about the node points at, counted from 0 over all
 * lines of its section.
 */
public sealed interface Node {
  int at();

  /** The first character of the whole expression, parentheses aside. */
  default int start() {
    Node node = this;
    while (true) {
      switch (node) {
        case Binary binary -> node = binary.left();
        case Conditional conditional -> node = conditional.condition();
        default -> {
          return node.at();
        }
      }
    }
  }

  /**
   * A number.
   *
   * @param written its digits
   * @param unit as written, empty if there's none
   */
  record Literal(int at, double value, String written, String unit) implements Node {}

  record Name(int at, String name) implements Node {}

  record Unary(int at, Expr.Unary.Operator operator, Node operand) implements Node {}

  /** {@code at} is the operator's place. */
  record Binary(int at, Expr.Binary.Operator operator, Node left, Node right) implements Node {}

  record Call(int at, String function, List<Node> arguments) implements Node {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code at} is the question mark's place. */
  record Conditional(int at, Node condition, Node whenTrue, Node whenFalse) implements Node {}
}
