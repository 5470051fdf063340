package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates programs in float64, and how far a float32 evaluation of the same tree may be off: each
 * operation passes on the errors of its operands and adds its own rounding.
 */
final class Bounded {
  private static final double ROUNDING = 0x1p-24;
  private static final double TINY = 1e-30; // results below may have been flushed to 0
  private static final double LARGEST = 1e38;

  /** A value and a bound of its error; the bound is infinite where a decision is uncertain. */
  record Value(double value, double error) {
    static Value exact(double value) {
      return new Value(value, 0);
    }

    /** What float32 can't hold is infinite there, and so may be anything later. */
    static Value rounded(double value, double error, double units) {
      if (!(Math.abs(value) + error < LARGEST)) {
        return UNKNOWN;
      }
      return new Value(value, 1.01 * (error + units * ROUNDING * Math.abs(value)) + TINY);
    }

    double low() {
      return value - error;
    }

    double high() {
      return value + error;
    }
  }

  private static final Value UNKNOWN = new Value(0, Double.POSITIVE_INFINITY);

  private final Map<String, Value> values = new HashMap<>();

  void set(String name, Scope scope, double value) {
    values.put(scope + name, Value.exact((float) value));
  }

  Value get(String name, Scope scope) {
    return values.get(scope + name);
  }

  void run(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Let let -> values.put(Scope.LOCAL + let.name(), of(let.value()));
        case Statement.Assign assign ->
            values.put(assign.scope() + assign.target(), of(assign.value()));
      }
    }
  }

  private Value of(Expr expression) {
    return switch (expression) {
      case Expr.Number n -> Value.rounded(n.value(), 0, 1);
      case Expr.Name n -> values.get(n.scope() + n.name());
      case Expr.Unary u -> new Value(-of(u.operand()).value(), of(u.operand()).error());
      case Expr.Binary b -> binary(b, of(b.left()), of(b.right()));
      case Expr.Conditional c -> {
        Boolean holds = holds(c.condition());
        yield holds == null ? UNKNOWN : of(holds ? c.whenTrue() : c.whenFalse());
      }
      case Expr.Call c -> call(c);
    };
  }

  /** Factors that are the same for all are rounded once, and so is the product with them. */
  private static Value binary(Expr.Binary b, Value x, Value y) {
    return switch (b.operator()) {
      case ADD -> Value.rounded(x.value() + y.value(), x.error() + y.error(), 1);
      case SUBTRACT -> Value.rounded(x.value() - y.value(), x.error() + y.error(), 1);
      case MULTIPLY ->
          Value.rounded(
              x.value() * y.value(),
              Math.abs(x.value()) * y.error()
                  + Math.abs(y.value()) * x.error()
                  + x.error() * y.error(),
              2);
      case DIVIDE -> divide(x, y);
      case POWER -> power(x, (int) y.value());
      default -> throw new IllegalArgumentException(b.toString());
    };
  }

  private static Value divide(Value x, Value y) {
    double least = Math.abs(y.value()) - y.error();
    if (!(least > 0)) {
      return UNKNOWN;
    }
    double quotient = x.value() / y.value();
    return Value.rounded(quotient, (x.error() + Math.abs(quotient) * y.error()) / least, 2);
  }

  private static Value power(Value x, int exponent) {
    double largest = Math.abs(x.value()) + x.error();
    double value = Math.pow(x.value(), exponent);
    double slope = exponent * Math.pow(largest, exponent - 1);
    return Value.rounded(value, slope * x.error(), exponent);
  }

  private Value call(Expr.Call c) {
    Value x = of(c.arguments().get(0));
    double v = x.value();
    double e = x.error();
    return switch (c.function()) {
      case EXP -> x.high() > 80 ? UNKNOWN : Value.rounded(Math.exp(v), Math.exp(x.high()) * e, 4);
      case LOG -> x.low() > 0 ? Value.rounded(Math.log(v), e / x.low(), 4) : UNKNOWN;
      case SQRT -> x.low() > 0 ? Value.rounded(Math.sqrt(v), e / Math.sqrt(x.low()), 1) : UNKNOWN;
      case SIN -> new Value(Math.sin(v), e + 4 * ROUNDING);
      case COS -> new Value(Math.cos(v), e + 4 * ROUNDING);
      case TANH -> Value.rounded(Math.tanh(v), e, 6);
      case EXPIT -> Value.rounded(1 / (1 + Math.exp(-v)), e, 6);
      case EXPREL ->
          x.high() > 80
              ? UNKNOWN
              : Value.rounded(
                  v == 0 ? 1 : Math.expm1(v) / v, Math.exp(Math.max(0, x.high())) * e, 8);
      case ABS -> new Value(Math.abs(v), e);
      case SIGN -> Math.abs(v) > e || e == 0 ? Value.exact(Math.signum(v)) : UNKNOWN;
      case FLOOR ->
          Math.floor(x.low()) == Math.floor(x.high()) ? Value.exact(Math.floor(v)) : UNKNOWN;
      case MIN -> pick(x, of(c.arguments().get(1)), true);
      case MAX -> pick(x, of(c.arguments().get(1)), false);
      case CLIP -> pick(of(c.arguments().get(1)), pick(x, of(c.arguments().get(2)), true), false);
      default -> throw new IllegalArgumentException(c.toString());
    };
  }

  private static Value pick(Value x, Value y, boolean smaller) {
    double value = smaller ? Math.min(x.value(), y.value()) : Math.max(x.value(), y.value());
    return new Value(value, Math.max(x.error(), y.error()));
  }

  /** Whether a condition holds; null if rounding may decide it. */
  private Boolean holds(Expr condition) {
    if (condition instanceof Expr.Unary not) {
      Boolean holds = holds(not.operand());
      return holds == null ? null : !holds;
    }
    Expr.Binary b = (Expr.Binary) condition;
    if (b.operator() == Expr.Binary.Operator.AND || b.operator() == Expr.Binary.Operator.OR) {
      Boolean left = holds(b.left());
      Boolean right = holds(b.right());
      boolean isAnd = b.operator() == Expr.Binary.Operator.AND;
      return left == null || right == null ? null : isAnd ? left && right : left || right;
    }
    Value x = of(b.left());
    Value y = of(b.right());
    if (!(Math.abs(x.value() - y.value()) > x.error() + y.error())) {
      return null;
    }
    return b.operator() == Expr.Binary.Operator.LESS
        ? x.value() < y.value()
        : x.value() > y.value();
  }
}
