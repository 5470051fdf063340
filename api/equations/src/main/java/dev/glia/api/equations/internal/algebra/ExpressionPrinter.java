package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.internal.checking.UnitNames;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a checked expression in the notation that it could have been read from. */
public final class ExpressionPrinter {
  private static final int CHOICE = 0;
  private static final int NOT = 3;
  private static final int MINUS = 7;
  private static final int POWER = 8;
  private static final int ATOM = 9;

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
              ? "not " + operand(unary.operand(), NOT)
              : "-" + operand(unary.operand(), MINUS);
      case Expr.Binary binary -> binary(binary);
      case Expr.Call call ->
          call.function().symbol()
              + call.arguments().stream()
                  .map(this::print)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Expr.Conditional choice ->
          operand(choice.condition(), 1)
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
    return whole ? Long.toString((long) value) : Double.toString(value).replace('E', 'e');
  }

  private String binary(Expr.Binary binary) {
    int level = level(binary);
    boolean fromRight = binary.operator() == Operator.POWER;
    boolean comparison = level == 4;
    String left = operand(binary.left(), fromRight || comparison ? level + 1 : level);
    String right = operand(binary.right(), fromRight ? MINUS : level + 1);
    boolean tight = level >= 6;
    String symbol = binary.operator().symbol();
    return left + (tight ? symbol : " " + symbol + " ") + right;
  }

  private String operand(Expr expression, int needed) {
    String text = print(expression);
    return level(expression) < needed ? "(" + text + ")" : text;
  }

  private static int level(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> number.value() < 0 ? MINUS : ATOM;
      case Expr.Name name -> ATOM;
      case Expr.Call call -> ATOM;
      case Expr.Conditional choice -> CHOICE;
      case Expr.Unary unary -> unary.operator() == Expr.Unary.Operator.NOT ? NOT : MINUS;
      case Expr.Binary binary ->
          switch (binary.operator()) {
            case OR -> 1;
            case AND -> 2;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> 4;
            case ADD, SUBTRACT -> 5;
            case MULTIPLY, DIVIDE -> 6;
            case POWER -> POWER;
          };
    };
  }
}
