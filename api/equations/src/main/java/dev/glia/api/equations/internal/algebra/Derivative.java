package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Expr.Number;
import dev.glia.api.equations.Function;
import dev.glia.api.units.Dimension;
import java.util.List;

/**
 * Symbolic derivative with respect to one name. Where a function has a kink (abs, min, max, clip)
 * or a step (sign, floor, conditions), it's the derivative beside it.
 */
public final class Derivative {
  private final Expr.Name variable;

  private Derivative(Expr.Name variable) {
    this.variable = variable;
  }

  /** The derivative of an expression; {@code 0} as a number if it doesn't depend on the name. */
  public static Expr of(Expr expression, Expr.Name variable) {
    return new Derivative(variable).of(expression);
  }

  private Expr of(Expr expression) {
    return switch (expression) {
      case Number number -> zero(number);
      case Expr.Name name -> name.equals(variable) ? Number.plain(1) : zero(name);
      case Expr.Unary unary -> Terms.negative(of(unary.operand()));
      case Expr.Binary binary -> binary(binary);
      case Expr.Call call -> call(call);
      case Expr.Conditional choice ->
          Terms.choice(choice.condition(), of(choice.whenTrue()), of(choice.whenFalse()));
    };
  }

  private Expr zero(Expr expression) {
    return new Number(0, expression.type().dimension().dividedBy(variable.dimension()));
  }

  private Expr binary(Expr.Binary binary) {
    Expr a = binary.left();
    Expr b = binary.right();
    return switch (binary.operator()) {
      case ADD -> Terms.sum(of(a), of(b));
      case SUBTRACT -> Terms.difference(of(a), of(b));
      case MULTIPLY -> Terms.sum(Terms.product(of(a), b), Terms.product(a, of(b)));
      case DIVIDE ->
          Terms.difference(
              Terms.quotient(of(a), b),
              Terms.quotient(Terms.product(a, of(b)), Terms.product(b, b)));
      case POWER -> power(binary, a, b);
      default -> zero(binary);
    };
  }

  private Expr power(Expr.Binary whole, Expr base, Expr exponent) {
    if (exponent instanceof Number number) {
      if (number.value() == 0) {
        return zero(whole);
      }
      Expr outer = Terms.product(number, Terms.power(base, number.value() - 1));
      return Terms.product(outer, of(base));
    }
    Expr byBase = Terms.quotient(Terms.product(exponent, of(base)), base);
    Expr byExponent = Terms.product(of(exponent), Terms.call(Function.LOG, Dimension.NONE, base));
    return Terms.product(whole, Terms.sum(byBase, byExponent));
  }

  private Expr call(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    return switch (call.function()) {
      case MIN, MAX -> {
        Operator wins = call.function() == Function.MIN ? Operator.LESS : Operator.GREATER;
        Expr condition = Terms.compared(wins, arguments.get(0), arguments.get(1));
        yield Terms.choice(condition, of(arguments.get(0)), of(arguments.get(1)));
      }
      case CLIP -> clip(arguments);
      case FLOOR, SIGN, RANDOM, NORMAL, POISSON -> zero(call);
      case SUM -> Terms.call(Function.SUM, zero(call).type().dimension(), of(arguments.get(0)));
      default -> {
        Expr inner = of(arguments.get(0));
        yield Terms.isZero(inner)
            ? zero(call)
            : Terms.product(outer(call, arguments.get(0)), inner);
      }
    };
  }

  private Expr clip(List<Expr> arguments) {
    Expr below = Terms.compared(Operator.LESS, arguments.get(0), arguments.get(1));
    Expr above = Terms.compared(Operator.GREATER, arguments.get(0), arguments.get(2));
    Expr inside = Terms.choice(above, of(arguments.get(2)), of(arguments.get(0)));
    return Terms.choice(below, of(arguments.get(1)), inside);
  }

  /** The derivative of a function of one argument, at that argument. */
  private static Expr outer(Expr.Call call, Expr x) {
    Expr one = Number.plain(1);
    return switch (call.function()) {
      case EXP -> call;
      case LOG -> Terms.quotient(one, x);
      case SQRT -> Terms.quotient(one, Terms.product(Number.plain(2), call));
      case SIN -> Terms.call(Function.COS, Dimension.NONE, x);
      case COS -> Terms.negative(Terms.call(Function.SIN, Dimension.NONE, x));
      case TANH -> Terms.difference(one, Terms.product(call, call));
      case ABS -> Terms.call(Function.SIGN, Dimension.NONE, x);
      case EXPIT -> Terms.product(call, Terms.difference(one, call));
      case EXPREL -> exprel(call, x);
      default -> throw new IllegalArgumentException(call.function() + " has several arguments");
    };
  }

  /** {@code (exp(x) - exprel(x))/x}, and its series where that would cancel. */
  private static Expr exprel(Expr call, Expr x) {
    Expr size = Terms.call(Function.ABS, Dimension.NONE, x);
    Expr small = Terms.compared(Operator.LESS, size, Number.plain(1e-3));
    Expr series =
        Terms.sum(
            Number.plain(0.5),
            Terms.product(
                x, Terms.sum(Number.plain(1 / 3.0), Terms.product(x, Number.plain(1 / 8.0)))));
    Expr exp = Terms.call(Function.EXP, Dimension.NONE, x);
    return Terms.choice(small, series, Terms.quotient(Terms.difference(exp, call), x));
  }
}
