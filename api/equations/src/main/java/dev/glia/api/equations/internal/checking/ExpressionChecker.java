package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Type;
import dev.glia.api.equations.internal.algebra.Size;
import dev.glia.api.equations.internal.syntax.Node;
import dev.glia.api.equations.internal.syntax.SourceText;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.util.List;

/** Gives every part of an expression its meaning and type, or refuses it. */
public final class ExpressionChecker {
  private final SourceText source;
  private final Names names;
  private final CallChecker calls;

  public ExpressionChecker(SourceText source, Names names, Streams streams) {
    this.source = source;
    this.names = names;
    this.calls = new CallChecker(this, names, streams);
  }

  /**
   * A real expression of a given dimension.
   *
   * @param subject what has it, as {@code dv/dt}
   * @param expectedUnit how the dimension is written in the message
   */
  public Expr real(Node node, Dimension expected, String subject, String expectedUnit) {
    Expr checked = adapted(real(node), expected);
    Dimension found = checked.type().dimension();
    if (!Dimensions.fit(found, expected)) {
      throw error(
          node.start(),
          subject + " has unit " + names.unitNames().of(found) + ", expected " + expectedUnit);
    }
    return bearable(checked, node);
  }

  /** A whole expression that is a number of any dimension. */
  public Expr number(Node node) {
    return bearable(real(node), node);
  }

  /** A whole expression that is a condition. */
  public Expr truth(Node node) {
    return bearable(condition(node), node);
  }

  private Expr bearable(Expr checked, Node node) {
    if (!Size.isBearable(checked)) {
      throw error(node.start(), "too large, once the names are replaced by what they stand for");
    }
    return checked;
  }

  /** A truth value. */
  private Expr condition(Node node) {
    Expr checked = check(node);
    if (!checked.type().truth()) {
      throw error(node.start(), "expected a condition as v > v_threshold, found a number");
    }
    return checked;
  }

  /** A number of any dimension. */
  Expr real(Node node) {
    Expr checked = check(node);
    if (checked.type().truth()) {
      throw error(node.at(), "expected a number, found a condition: write c ? 1 : 0");
    }
    return checked;
  }

  private Expr check(Node node) {
    return switch (node) {
      case Node.Literal literal -> literal(literal);
      case Node.Name name -> name(name);
      case Node.Unary unary -> unary(unary);
      case Node.Binary binary -> binary(binary);
      case Node.Call call -> calls.call(call);
      case Node.Conditional conditional -> conditional(conditional);
    };
  }

  private Expr literal(Node.Literal literal) {
    if (literal.unit().isEmpty()) {
      return Expr.Number.plain(literal.value());
    }
    int at = literal.at() + literal.written().length();
    try {
      Unit unit = Unit.parse(literal.unit(), names.units());
      return new Expr.Number(Quantity.of(literal.value(), unit).value(), unit.dimension());
    } catch (UnitException e) {
      boolean product = names.find(literal.unit()).isPresent();
      throw error(
          at,
          product
              ? "an operator is missing: write " + literal.written() + "*" + literal.unit()
              : e.getMessage());
    }
  }

  private Expr name(Node.Name node) {
    String name = node.name();
    if (Names.isNoise(name) && names.allowsNoise()) {
      return new Expr.Name(name, Scope.LOCAL, Dimensions.NOISE);
    }
    return names.find(name).orElseGet(() -> otherName(node));
  }

  private Expr otherName(Node.Name node) {
    String name = node.name();
    if (names.whyUnavailable(name).isPresent()) {
      throw error(node.at(), names.whyUnavailable(name).get());
    }
    if (Names.isNoise(name)) {
      throw error(
          node.at(), "noise can't be used here: '" + name + "' is for equations of neurons");
    }
    if (Names.function(name).isPresent()) {
      throw error(node.at(), "'" + name + "' is a function: write " + name + "(…)");
    }
    if (names.units().containsKey(name) || Unit.symbols().contains(name)) {
      Unit unit = Unit.parse(name, names.units());
      return new Expr.Number(unit.scale(), unit.dimension());
    }
    throw error(node.at(), "unknown name '" + name + "'" + names.proposal(name, List.of()));
  }

  private Expr unary(Node.Unary unary) {
    boolean not = unary.operator() == Expr.Unary.Operator.NOT;
    Expr operand = not ? condition(unary.operand()) : real(unary.operand());
    if (operand instanceof Expr.Number number) {
      return new Expr.Number(-number.value(), number.dimension());
    }
    return new Expr.Unary(unary.operator(), operand);
  }

  private Expr binary(Node.Binary binary) {
    Operator operator = binary.operator();
    return switch (operator) {
      case AND, OR ->
          new Expr.Binary(
              operator, condition(binary.left()), condition(binary.right()), Type.TRUTH);
      case POWER -> power(binary);
      case MULTIPLY, DIVIDE -> product(binary);
      case ADD, SUBTRACT -> alike(binary, operator == Operator.ADD ? "add" : "subtract", false);
      default -> alike(binary, "compare", true);
    };
  }

  private Expr product(Node.Binary binary) {
    Expr left = real(binary.left());
    Expr right = real(binary.right());
    Dimension a = left.type().dimension();
    Dimension b = right.type().dimension();
    try {
      Dimension result =
          binary.operator() == Operator.MULTIPLY
              ? Dimensions.product(a, b)
              : Dimensions.quotient(a, b);
      return new Expr.Binary(binary.operator(), left, right, Type.real(result));
    } catch (ArithmeticException e) {
      throw error(binary.at(), e.getMessage());
    }
  }

  private Expr alike(Node.Binary binary, String verb, boolean truth) {
    Expr left = real(binary.left());
    Expr right = real(binary.right());
    left = adapted(left, right.type().dimension());
    right = adapted(right, left.type().dimension());
    Dimension dimension = common(binary.at(), left, right, verb);
    Type type = truth ? Type.TRUTH : Type.real(dimension);
    return new Expr.Binary(binary.operator(), left, right, type);
  }

  private Expr power(Node.Binary binary) {
    Expr base = real(binary.left());
    Expr exponent = real(binary.right());
    Dimension dimension = base.type().dimension();
    if (!exponent.type().dimension().isNone() && exponent.type().dimension() != Dimensions.OPEN) {
      throw error(
          binary.right().start(),
          "a power needs a plain exponent, given "
              + names.unitNames().of(exponent.type().dimension()));
    }
    if (dimension.isNone()) {
      return new Expr.Binary(Operator.POWER, base, exponent, Type.PLAIN);
    }
    if (!(exponent instanceof Expr.Number number)
        || number.value() != Math.rint(number.value())
        || Math.abs(number.value()) > Dimension.LARGEST) {
      throw error(
          binary.right().start(),
          "a value in "
              + names.unitNames().of(dimension)
              + " can only be raised to a whole number: divide by a unit first, or use sqrt");
    }
    try {
      Dimension result = Dimensions.power(dimension, (int) number.value());
      return new Expr.Binary(Operator.POWER, base, exponent, Type.real(result));
    } catch (ArithmeticException e) {
      throw error(binary.at(), e.getMessage());
    }
  }

  private Expr conditional(Node.Conditional node) {
    Expr condition = condition(node.condition());
    Expr whenTrue = check(node.whenTrue());
    Expr whenFalse = check(node.whenFalse());
    if (whenTrue.type().truth() != whenFalse.type().truth()) {
      throw error(node.at(), "one side of ? : is a condition, the other a number");
    }
    whenTrue = adapted(whenTrue, whenFalse.type().dimension());
    whenFalse = adapted(whenFalse, whenTrue.type().dimension());
    common(node.at(), whenTrue, whenFalse, "choose between");
    return new Expr.Conditional(condition, whenTrue, whenFalse);
  }

  /** The dimension of two values that must have the same one. */
  Dimension common(int at, Expr left, Expr right, String verb) {
    Dimension a = left.type().dimension();
    Dimension b = right.type().dimension();
    if (!Dimensions.fit(a, b)) {
      String first = names.unitNames().given(a);
      String second = names.unitNames().given(b);
      throw error(at, "can't " + verb + " " + first + " and " + second);
    }
    return Dimensions.known(a, b);
  }

  /** A zero without a unit takes the one that's needed. */
  static Expr adapted(Expr value, Dimension needed) {
    boolean zero =
        value instanceof Expr.Number number
            && number.value() == 0
            && number.dimension().isNone()
            && needed != Dimensions.OPEN;
    return zero ? new Expr.Number(0, needed) : value;
  }

  EquationException error(int at, String problem) {
    return source.error(at, problem);
  }
}
