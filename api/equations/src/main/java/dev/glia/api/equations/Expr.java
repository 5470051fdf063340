package dev.glia.api.equations;

import dev.glia.api.equations.internal.algebra.ExpressionPrinter;
import dev.glia.api.equations.internal.checking.UnitNames;
import dev.glia.api.units.Dimension;
import java.util.List;

/**
 * A checked expression. Values are in SI base units, so evaluating one needs no unit arithmetic.
 *
 * <p>Equality is structural; two equal trees compute the same value, except for random calls, which
 * differ by their stream.
 */
public sealed interface Expr {
  Type type();

  /** In the notation of the language, for messages; numbers in SI base units. */
  default String text() {
    return new ExpressionPrinter(new UnitNames()).print(this);
  }

  /** A literal, in SI base units. */
  record Number(double value, Dimension dimension) implements Expr {
    @Override
    public Type type() {
      return Type.real(dimension);
    }

    public static Number plain(double value) {
      return new Number(value, Dimension.NONE);
    }
  }

  /** A named value; {@code v_pre} and {@code v_post} have the name {@code v} and a scope. */
  record Name(String name, Scope scope, Dimension dimension) implements Expr {
    @Override
    public Type type() {
      return Type.real(dimension);
    }
  }

  /** Minus, or logical not. */
  record Unary(Operator operator, Expr operand) implements Expr {
    public enum Operator {
      NEGATE,
      NOT
    }

    @Override
    public Type type() {
      return operand.type();
    }
  }

  /** Arithmetic, comparison or logic; arithmetic never fuses a product into a sum. */
  record Binary(Operator operator, Expr left, Expr right, Type type) implements Expr {
    public enum Operator {
      ADD("+"),
      SUBTRACT("-"),
      MULTIPLY("*"),
      DIVIDE("/"),
      /** The exponent is an integer literal, or both sides are plain numbers. */
      POWER("^"),
      LESS("<"),
      LESS_OR_EQUAL("<="),
      GREATER(">"),
      GREATER_OR_EQUAL(">="),
      EQUAL("=="),
      NOT_EQUAL("!="),
      AND("and"),
      OR("or");

      private final String symbol;

      Operator(String symbol) {
        this.symbol = symbol;
      }

      public String symbol() {
        return symbol;
      }
    }
  }

  /**
   * A function's value.
   *
   * @param stream number of the random call within its model, from 0; -1 for other functions
   */
  record Call(Function function, List<Expr> arguments, Type type, int stream) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code condition ? whenTrue : whenFalse}; both sides may be evaluated. */
  record Conditional(Expr condition, Expr whenTrue, Expr whenFalse) implements Expr {
    @Override
    public Type type() {
      return whenTrue.type();
    }
  }
}
