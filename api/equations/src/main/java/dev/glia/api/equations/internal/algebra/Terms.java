package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Expr.Number;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Type;
import dev.glia.api.units.Dimension;
import java.util.List;

/**
 * Builds expressions, leaving out what has no effect: {@code 0 + x}, {@code 1*x}, {@code 0*x}.
 *
 * <p>Dropping {@code 0*x} assumes that x is finite, which holds wherever an equation is of use.
 */
public final class Terms {
  public static final Expr DT = new Expr.Name("dt", Scope.CLOCK, Dimension.TIME);

  private Terms() {}

  public static Expr sum(Expr a, Expr b) {
    if (isZero(a)) {
      return b;
    }
    if (isZero(b)) {
      return a;
    }
    if (a instanceof Number x && b instanceof Number y) {
      return new Number(x.value() + y.value(), x.dimension());
    }
    return new Expr.Binary(Operator.ADD, a, b, a.type());
  }

  public static Expr difference(Expr a, Expr b) {
    if (isZero(b)) {
      return a;
    }
    if (isZero(a)) {
      return negative(b);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return new Number(x.value() - y.value(), x.dimension());
    }
    return new Expr.Binary(Operator.SUBTRACT, a, b, a.type());
  }

  public static Expr product(Expr a, Expr b) {
    Dimension dimension = a.type().dimension().times(b.type().dimension());
    if (isZero(a) || isZero(b)) {
      return new Number(0, dimension);
    }
    if (isPlain(a, 1)) {
      return b;
    }
    if (isPlain(b, 1)) {
      return a;
    }
    if (a instanceof Number x && b instanceof Number y) {
      return new Number(x.value() * y.value(), dimension);
    }
    if (isPlain(a, -1)) {
      return negative(b);
    }
    if (isPlain(b, -1)) {
      return negative(a);
    }
    return new Expr.Binary(Operator.MULTIPLY, a, b, Type.real(dimension));
  }

  public static Expr quotient(Expr a, Expr b) {
    Dimension dimension = a.type().dimension().dividedBy(b.type().dimension());
    if (isZero(a)) {
      return new Number(0, dimension);
    }
    if (isPlain(b, 1)) {
      return a;
    }
    if (a instanceof Number x && b instanceof Number y && y.value() != 0) {
      return new Number(x.value() / y.value(), dimension);
    }
    return new Expr.Binary(Operator.DIVIDE, a, b, Type.real(dimension));
  }

  public static Expr negative(Expr a) {
    return switch (a) {
      case Number number -> new Number(-number.value(), number.dimension());
      case Expr.Unary unary when unary.operator() == Expr.Unary.Operator.NEGATE -> unary.operand();
      default -> new Expr.Unary(Expr.Unary.Operator.NEGATE, a);
    };
  }

  /** A power with a whole exponent. */
  public static Expr power(Expr base, double exponent) {
    Dimension dimension =
        base.type().dimension().isNone()
            ? Dimension.NONE
            : base.type().dimension().power((int) exponent);
    if (exponent == 0) {
      return Number.plain(1);
    }
    return exponent == 1
        ? base
        : new Expr.Binary(Operator.POWER, base, Number.plain(exponent), Type.real(dimension));
  }

  public static Expr call(Function function, Dimension dimension, Expr... arguments) {
    return new Expr.Call(function, List.of(arguments), Type.real(dimension), -1);
  }

  public static Expr choice(Expr condition, Expr whenTrue, Expr whenFalse) {
    boolean same = isZero(whenTrue) && isZero(whenFalse) || whenTrue.equals(whenFalse);
    return same ? whenTrue : new Expr.Conditional(condition, whenTrue, whenFalse);
  }

  public static Expr compared(Operator operator, Expr a, Expr b) {
    return new Expr.Binary(operator, a, b, Type.TRUTH);
  }

  public static Expr local(String name, Dimension dimension) {
    return new Expr.Name(name, Scope.LOCAL, dimension);
  }

  public static boolean isZero(Expr value) {
    return value instanceof Number number && number.value() == 0;
  }

  private static boolean isPlain(Expr value, double number) {
    return value instanceof Number literal
        && literal.value() == number
        && literal.dimension().isNone();
  }
}
