package dev.glia.api.equations.internal.algebra;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Type;
import dev.glia.api.units.Dimension;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Draws expressions over plain numbers. */
public final class RandomExpressions {
  public static final List<Expr.Name> NAMES =
      List.of(parameter("a"), parameter("b"), parameter("c"));

  private static final List<Operator> ARITHMETIC =
      List.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE);
  private static final List<Operator> COMPARISONS =
      List.of(
          Operator.LESS,
          Operator.LESS_OR_EQUAL,
          Operator.GREATER,
          Operator.GREATER_OR_EQUAL,
          Operator.EQUAL,
          Operator.NOT_EQUAL);
  private static final List<Function> SMOOTH =
      List.of(
          Function.EXP, Function.SIN, Function.COS, Function.TANH, Function.EXPIT, Function.EXPREL);

  private final RandomGenerator random;

  public RandomExpressions(long seed) {
    random = new SplittableRandom(seed);
  }

  private static Expr.Name parameter(String name) {
    return new Expr.Name(name, Scope.PARAMETER, Dimension.NONE);
  }

  /** Every kind of expression that can be written. */
  public Expr any(int depth) {
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(8)) {
      case 0 -> Expr.Number.plain(random.nextInt(20) / 4.0);
      case 1 -> pick(NAMES);
      case 2, 3, 4 -> binary(pick(ARITHMETIC), any(depth - 1), any(depth - 1));
      case 5 -> binary(Operator.POWER, any(depth - 1), any(depth - 1));
      case 6 -> call(random.nextBoolean() ? Function.CLIP : pick(SMOOTH), depth);
      default -> negativeOrChoice(depth);
    };
  }

  private Expr negativeOrChoice(int depth) {
    if (random.nextBoolean()) {
      return new Expr.Conditional(condition(depth - 1), any(depth - 1), any(depth - 1));
    }
    Expr operand = any(depth - 1);
    return operand instanceof Expr.Number
        ? operand
        : new Expr.Unary(Expr.Unary.Operator.NEGATE, operand);
  }

  private Expr condition(int depth) {
    int kind = depth <= 0 ? 3 : random.nextInt(4);
    return switch (kind) {
      case 0 -> new Expr.Unary(Expr.Unary.Operator.NOT, condition(depth - 1));
      case 1, 2 ->
          new Expr.Binary(
              kind == 1 ? Operator.AND : Operator.OR,
              condition(depth - 1),
              condition(depth - 1),
              Type.TRUTH);
      default ->
          new Expr.Binary(
              pick(COMPARISONS), any(Math.max(0, depth)), any(Math.max(0, depth)), Type.TRUTH);
    };
  }

  private Expr call(Function function, int depth) {
    List<Expr> arguments = Stream.generate(() -> any(depth - 1)).limit(function.arity()).toList();
    return new Expr.Call(function, arguments, Type.PLAIN, -1);
  }

  /** Differentiable ones whose values stay small. */
  public Expr smooth(int depth) {
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(7)) {
      case 0 -> Expr.Number.plain(random.nextInt(1, 9) / 4.0);
      case 1 -> pick(NAMES);
      case 2, 3 -> binary(pick(ARITHMETIC.subList(0, 3)), smooth(depth - 1), smooth(depth - 1));
      case 4 -> {
        // A divisor away from zero.
        Expr square = binary(Operator.POWER, smooth(depth - 1), Expr.Number.plain(2));
        Expr positive = binary(Operator.ADD, square, Expr.Number.plain(1));
        yield binary(Operator.DIVIDE, smooth(depth - 1), positive);
      }
      case 5 ->
          new Expr.Call(
              pick(List.of(Function.SIN, Function.COS, Function.TANH, Function.EXPIT)),
              List.of(smooth(depth - 1)),
              Type.PLAIN,
              -1);
      default -> {
        Expr bounded = new Expr.Call(Function.TANH, List.of(smooth(depth - 1)), Type.PLAIN, -1);
        yield new Expr.Call(
            random.nextBoolean() ? Function.EXP : Function.EXPREL,
            List.of(bounded),
            Type.PLAIN,
            -1);
      }
    };
  }

  public Map<String, Double> values() {
    return Map.of("a", value(), "b", value(), "c", value());
  }

  private double value() {
    return random.nextDouble(-2, 2);
  }

  private static Expr binary(Operator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, left, right, Type.PLAIN);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
