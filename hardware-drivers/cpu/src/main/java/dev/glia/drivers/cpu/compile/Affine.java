package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Type;
import java.util.Optional;

/**
 * An expression as {@code slope*v + rest} of one name v, which neither part has in it.
 *
 * @param slope null for 0
 * @param rest null for 0
 */
record Affine(Expr slope, Expr rest) {
  /** The parts; empty if the expression isn't of that form, or isn't seen to be. */
  static Optional<Affine> of(Expr expression, Expr.Name v) {
    if (Sums.walk(expression).noneMatch(part -> is(part, v))) {
      return Optional.of(new Affine(null, expression));
    }
    return switch (expression) {
      case Expr.Name name -> Optional.of(new Affine(Expr.Number.plain(1), null));
      case Expr.Unary unary when unary.operator() == Expr.Unary.Operator.NEGATE ->
          of(unary.operand(), v).map(a -> new Affine(negative(a.slope), negative(a.rest)));
      case Expr.Binary binary -> of(binary, v);
      default -> Optional.empty();
    };
  }

  private static Optional<Affine> of(Expr.Binary binary, Expr.Name v) {
    Optional<Affine> left = of(binary.left(), v);
    Optional<Affine> right = of(binary.right(), v);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Affine l = left.get();
    Affine r = right.get();
    return switch (binary.operator()) {
      case ADD -> Optional.of(new Affine(sum(l.slope, r.slope), sum(l.rest, r.rest)));
      case SUBTRACT ->
          Optional.of(new Affine(sum(l.slope, negative(r.slope)), sum(l.rest, negative(r.rest))));
      case MULTIPLY ->
          l.slope == null ? l.times(r) : r.slope == null ? r.times(l) : Optional.empty();
      case DIVIDE -> r.slope == null ? Optional.of(l.over(r.rest)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** This, which doesn't depend on the name, times another. */
  private Optional<Affine> times(Affine other) {
    return Optional.of(new Affine(product(rest, other.slope), product(rest, other.rest)));
  }

  private Affine over(Expr divisor) {
    return new Affine(quotient(slope, divisor), quotient(rest, divisor));
  }

  /** Whether an expression is this name, whatever its dimension. */
  static boolean is(Expr expression, Expr.Name v) {
    return expression instanceof Expr.Name name
        && name.scope() == v.scope()
        && name.name().equals(v.name());
  }

  static boolean isOne(Expr expression) {
    return expression instanceof Expr.Number number && number.value() == 1;
  }

  private static Expr sum(Expr left, Expr right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return new Expr.Binary(Operator.ADD, left, right, left.type());
  }

  private static Expr negative(Expr x) {
    return x == null ? null : new Expr.Unary(Expr.Unary.Operator.NEGATE, x);
  }

  private static Expr product(Expr left, Expr right) {
    if (left == null || right == null) {
      return null;
    }
    if (isOne(left) || isOne(right)) {
      return isOne(left) ? right : left;
    }
    Type type = Type.real(left.type().dimension().times(right.type().dimension()));
    return new Expr.Binary(Operator.MULTIPLY, left, right, type);
  }

  private static Expr quotient(Expr left, Expr right) {
    if (left == null) {
      return null;
    }
    Type type = Type.real(left.type().dimension().dividedBy(right.type().dimension()));
    return new Expr.Binary(Operator.DIVIDE, left, right, type);
  }
}
