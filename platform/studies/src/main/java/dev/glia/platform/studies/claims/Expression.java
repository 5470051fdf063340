package dev.glia.platform.studies.claims;

import java.util.List;

/** A side of a statement. {@link #toString} gives it as it's written. */
public sealed interface Expression {
  record Number(double value) implements Expression {
    @Override
    public String toString() {
      return Numbers.text(value);
    }
  }

  /** The claim's bar in the profile. */
  record Bar() implements Expression {
    @Override
    public String toString() {
      return "bar";
    }
  }

  /** A number of cells: {@code accuracy[full, size=400]}. */
  record Reference(String name, Selector cells) implements Expression {
    @Override
    public String toString() {
      return name + "[" + cells + "]";
    }
  }

  record Negation(Expression of) implements Expression {
    @Override
    public String toString() {
      return "-" + of;
    }
  }

  record Operation(Expression left, char sign, Expression right) implements Expression {
    @Override
    public String toString() {
      return group(left) + " " + sign + " " + group(right);
    }

    private static String group(Expression side) {
      return side instanceof Operation ? "(" + side + ")" : side.toString();
    }
  }

  record Call(Aggregate function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      String inside = arguments.toString();
      return function.symbol() + "(" + inside.substring(1, inside.length() - 1) + ")";
    }
  }
}
