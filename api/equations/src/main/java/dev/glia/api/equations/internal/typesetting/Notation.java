package dev.glia.api.equations.internal.typesetting;

import dev.glia.api.equations.Expr.Binary.Operator;
import java.util.List;

/** A way to write mathematics; all arguments but names and words are already in the notation. */
public interface Notation {
  /** A number as typed, {@code 1e-3}. */
  String number(String digits);

  /** A unit beside a number or on its own. */
  String unit(String symbol);

  /** A number and its unit. */
  String quantity(String number, String unit);

  /** A variable or parameter with the parts of its name. */
  String name(Symbol symbol);

  /** The derivative by time. */
  String derivative(String name);

  /** Whether fractions are drawn with a bar, and so need no parentheses. */
  boolean stacksFractions();

  /** A quotient; where it isn't stacked, parentheses are already there. */
  String fraction(String top, String bottom);

  /** A power; the base has its parentheses, the exponent doesn't. */
  String power(String base, String exponent, boolean exponentIsAtom);

  String operation(Operator operator, String left, String right);

  String negative(String operand);

  String not(String operand);

  String parentheses(String inner);

  /** A function's value. */
  String call(String function, List<String> arguments);

  String choice(String condition, String whenTrue, String whenFalse);

  /** Rows, their relations aligned. */
  String rows(List<Row> rows);
}
