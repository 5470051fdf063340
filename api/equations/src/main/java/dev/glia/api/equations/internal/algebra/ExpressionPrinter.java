package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.internal.checking.UnitNames;
import dev.glia.api.equations.internal.syntax.Precedence;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a checked expression in the notation that it could have been read from. */
public final class ExpressionPrinter {
  private final UnitNames units;

  public ExpressionPrinter(UnitNames units) {
    this.units = units;
  }

  public String print(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> number(number);
      case Expr.Name name -> name(name);
      case Expr.Unary unary ->
          unary.operator() == Expr.Unary.Operator.NOT
              ? "not " + operand(unary.operand(), Precedence.NOT)
              : "-" + operand(unary.operand(), Precedence.MINUS);
      case Expr.Binary binary -> binary(binary);
      case Expr.Call call ->
          call.function().symbol()
              + call.arguments().stream()
                  .map(this::print)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Expr.Conditional choice ->
          operand(choice.condition(), Precedence.OR)
              + " ? "
              + print(choice.whenTrue())
              + " : "
              + print(choice.whenFalse());
    };
  }

  private String name(Expr.Name name) {
    return switch (name.scope()) {
      case PRE_NEURON -> name.name() + "_pre";
      case POST_NEURON -> name.name() + "_post";
      default -> name.name();
    };
  }

  private String number(Expr.Number number) {
    if (number.dimension().isNone()) {
      return decimal(number.value());
    }
    String name = units.of(number.dimension());
    if (name.chars().allMatch(Character::isLetter)) {
      return number.dimension().isKnown() ? prefixed(number) : decimal(number.value()) + " " + name;
    }
    double scale = number.dimension().isKnown() ? Unit.parse(name).scale() : 1;
    return "(" + decimal(number.value() / scale) + "*" + name.replace(" ", "*") + ")";
  }

  /** With the prefix that leaves one to three digits before the point. */
  private String prefixed(Expr.Number number) {
    String name = units.of(number.dimension());
    for (String prefix : List.of("", "m", "u", "n", "p", "f", "k", "M", "G")) {
      if (Unit.symbols().contains(prefix + name)) {
        Unit unit = Unit.parse(prefix + name);
        double shown = Math.abs(new Quantity(number.value(), unit).inUnits());
        if (unit.dimension().equals(number.dimension()) && shown >= 1 && shown < 1000) {
          return new Quantity(number.value(), unit).toString();
        }
      }
    }
    return new Quantity(number.value(), Unit.parse(name)).toString();
  }

  private static String decimal(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return whole
        ? Long.toString((long) value)
        : Double.toString(value).replace("E", "e").replace(".0e", "e");
  }

  private String binary(Expr.Binary binary) {
    String left = operand(binary.left(), Precedence.left(binary.operator()));
    String right = operand(binary.right(), Precedence.right(binary.operator()));
    boolean tight = level(binary) >= Precedence.PRODUCT;
    String symbol = binary.operator().symbol();
    return left + (tight ? symbol : " " + symbol + " ") + right;
  }

  private String operand(Expr expression, int needed) {
    String text = print(expression);
    return level(expression) < needed ? "(" + text + ")" : text;
  }

  private static int level(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> number.value() < 0 ? Precedence.MINUS : Precedence.ATOM;
      case Expr.Name name -> Precedence.ATOM;
      case Expr.Call call -> Precedence.ATOM;
      case Expr.Conditional choice -> Precedence.CHOICE;
      case Expr.Unary unary ->
          unary.operator() == Expr.Unary.Operator.NOT ? Precedence.NOT : Precedence.MINUS;
      case Expr.Binary binary -> Precedence.of(binary.operator());
    };
  }
}
