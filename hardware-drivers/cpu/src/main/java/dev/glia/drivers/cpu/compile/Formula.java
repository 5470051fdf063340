package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import java.util.function.ToIntFunction;

/**
 * An expression over numbered float64 values: what {@link dev.glia.api.equations.Interpreter}
 * computes, to the bit, but without allocating, as values that depend on the time are computed
 * every tick.
 */
interface Formula {
  /** Its value; truths are 1 and 0. */
  double value(double[] slots);

  /**
   * Prepares an expression without random calls or sums.
   *
   * @param slot where a name's value is
   */
  static Formula of(Expr expression, ToIntFunction<Expr.Name> slot) {
    return switch (expression) {
      case Expr.Number number -> {
        double value = number.value();
        yield slots -> value;
      }
      case Expr.Name name -> {
        int index = slot.applyAsInt(name);
        yield slots -> slots[index];
      }
      case Expr.Unary unary -> {
        Formula x = of(unary.operand(), slot);
        yield unary.operator() == Expr.Unary.Operator.NEGATE
            ? slots -> -x.value(slots)
            : slots -> x.value(slots) != 0 ? 0 : 1;
      }
      case Expr.Binary binary ->
          binary(binary.operator(), of(binary.left(), slot), of(binary.right(), slot));
      case Expr.Conditional choice -> {
        Formula condition = of(choice.condition(), slot);
        Formula yes = of(choice.whenTrue(), slot);
        Formula no = of(choice.whenFalse(), slot);
        yield slots -> condition.value(slots) != 0 ? yes.value(slots) : no.value(slots);
      }
      case Expr.Call call -> call(call, slot);
    };
  }

  private static Formula binary(Expr.Binary.Operator operator, Formula a, Formula b) {
    return switch (operator) {
      case ADD -> s -> a.value(s) + b.value(s);
      case SUBTRACT -> s -> a.value(s) - b.value(s);
      case MULTIPLY -> s -> a.value(s) * b.value(s);
      case DIVIDE -> s -> a.value(s) / b.value(s);
      case POWER -> s -> StrictMath.pow(a.value(s), b.value(s));
      case LESS -> s -> a.value(s) < b.value(s) ? 1 : 0;
      case LESS_OR_EQUAL -> s -> a.value(s) <= b.value(s) ? 1 : 0;
      case GREATER -> s -> a.value(s) > b.value(s) ? 1 : 0;
      case GREATER_OR_EQUAL -> s -> a.value(s) >= b.value(s) ? 1 : 0;
      case EQUAL -> s -> a.value(s) == b.value(s) ? 1 : 0;
      case NOT_EQUAL -> s -> a.value(s) != b.value(s) ? 1 : 0;
      case AND -> s -> a.value(s) != 0 && b.value(s) != 0 ? 1 : 0;
      case OR -> s -> a.value(s) != 0 || b.value(s) != 0 ? 1 : 0;
    };
  }

  private static Formula call(Expr.Call call, ToIntFunction<Expr.Name> slot) {
    Formula x = of(call.arguments().get(0), slot);
    return switch (call.function()) {
      case EXP -> s -> StrictMath.exp(x.value(s));
      case LOG -> s -> StrictMath.log(x.value(s));
      case SQRT -> s -> Math.sqrt(x.value(s));
      case SIN -> s -> StrictMath.sin(x.value(s));
      case COS -> s -> StrictMath.cos(x.value(s));
      case TANH -> s -> StrictMath.tanh(x.value(s));
      case ABS -> s -> Math.abs(x.value(s));
      case SIGN -> s -> Math.signum(x.value(s));
      case EXPIT -> s -> 1 / (1 + StrictMath.exp(-x.value(s)));
      case EXPREL -> s -> exprel(x.value(s));
      case FLOOR -> s -> Math.floor(x.value(s));
      case MIN -> {
        Formula y = of(call.arguments().get(1), slot);
        yield s -> Math.min(x.value(s), y.value(s));
      }
      case MAX -> {
        Formula y = of(call.arguments().get(1), slot);
        yield s -> Math.max(x.value(s), y.value(s));
      }
      case CLIP -> {
        Formula low = of(call.arguments().get(1), slot);
        Formula high = of(call.arguments().get(2), slot);
        yield s -> Math.max(low.value(s), Math.min(x.value(s), high.value(s)));
      }
      case RANDOM, NORMAL, POISSON, SUM ->
          throw new IllegalArgumentException(call.function() + " isn't the same for all");
    };
  }

  private static double exprel(double x) {
    if (x == Double.NEGATIVE_INFINITY) {
      return 0;
    }
    return x == 0 ? 1 : x == Double.POSITIVE_INFINITY ? x : StrictMath.expm1(x) / x;
  }
}
