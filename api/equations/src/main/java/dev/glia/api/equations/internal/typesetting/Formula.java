package dev.glia.api.equations.internal.typesetting;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.Precedence;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.Set;

/** Writes source trees in a notation, with no more parentheses than it needs. */
public final class Formula {
  private final Notation notation;
  private final Set<String> declared;

  /**
   * A writer.
   *
   * @param declared names that aren't units here, even if they are elsewhere
   */
  public Formula(Notation notation, Set<String> declared) {
    this.notation = notation;
    this.declared = declared;
  }

  public String name(String name) {
    boolean unit = !declared.contains(name) && Unit.symbols().contains(name);
    return unit ? notation.unit(name) : notation.name(Symbol.of(name));
  }

  public String write(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal(literal);
      case Node.Name name -> name(name.name());
      case Node.Unary unary ->
          unary.operator() == Expr.Unary.Operator.NOT
              ? notation.not(operand(unary.operand(), Precedence.NOT))
              : notation.negative(operand(unary.operand(), Precedence.MINUS));
      case Node.Binary binary -> binary(binary);
      case Node.Call call -> {
        List<String> arguments = call.arguments().stream().map(this::write).toList();
        yield notation.call(call.function(), arguments);
      }
      case Node.Conditional choice ->
          notation.choice(
              operand(choice.condition(), Precedence.OR),
              operand(choice.whenTrue(), Precedence.OR),
              write(choice.whenFalse()));
    };
  }

  private String literal(Node.Literal literal) {
    String number = notation.number(literal.written());
    return literal.unit().isEmpty()
        ? number
        : notation.quantity(number, notation.unit(literal.unit()));
  }

  private String binary(Node.Binary binary) {
    Operator operator = binary.operator();
    if (operator == Operator.DIVIDE) {
      return notation.stacksFractions()
          ? notation.fraction(write(binary.left()), write(binary.right()))
          : notation.fraction(
              operand(binary.left(), Precedence.PRODUCT),
              isQuantity(binary.right())
                  ? notation.parentheses(write(binary.right()))
                  : operand(binary.right(), Precedence.POWER));
    }
    if (operator == Operator.POWER) {
      String exponent = write(binary.right());
      boolean atom = binary.right() instanceof Node.Literal || binary.right() instanceof Node.Name;
      return notation.power(base(binary.left()), exponent, atom);
    }
    return notation.operation(
        operator,
        operand(binary.left(), Precedence.left(operator)),
        isNegative(binary.right())
            ? notation.parentheses(write(binary.right()))
            : operand(binary.right(), Precedence.right(operator)));
  }

  /** A quantity needs parentheses below a power, as (5 ms)² isn't 5 ms². */
  private String base(Node node) {
    boolean fraction = node instanceof Node.Binary binary && binary.operator() == Operator.DIVIDE;
    return fraction || isQuantity(node)
        ? notation.parentheses(write(node))
        : operand(node, Precedence.ATOM);
  }

  private static boolean isQuantity(Node node) {
    return node instanceof Node.Literal literal && !literal.unit().isEmpty();
  }

  /** Two signs beside each other would be read wrongly. */
  private static boolean isNegative(Node node) {
    return node instanceof Node.Unary unary && unary.operator() == Expr.Unary.Operator.NEGATE;
  }

  private String operand(Node node, int needed) {
    String text = write(node);
    return level(node) < needed ? notation.parentheses(text) : text;
  }

  private int level(Node node) {
    return switch (node) {
      case Node.Unary unary ->
          unary.operator() == Expr.Unary.Operator.NOT ? Precedence.NOT : Precedence.MINUS;
      case Node.Binary binary ->
          binary.operator() == Operator.DIVIDE && notation.stacksFractions()
              ? Precedence.POWER
              : Precedence.of(binary.operator());
      case Node.Conditional choice -> Precedence.CHOICE;
      default -> Precedence.ATOM;
    };
  }
}
