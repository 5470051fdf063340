package dev.glia.api.equations.internal.typesetting;

import dev.glia.api.equations.Expr.Binary.Operator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** LaTeX with amsmath: one {@code aligned} block. */
final class LatexNotation implements Notation {
  @Override
  public String number(String digits) {
    int exponent = digits.toLowerCase(Locale.ROOT).indexOf('e');
    if (exponent < 0) {
      return digits;
    }
    String power = digits.substring(exponent + 1).replace("+", "");
    return digits.substring(0, exponent) + " \\cdot 10^{" + power + "}";
  }

  @Override
  public String unit(String symbol) {
    return "\\mathrm{" + escaped(symbol).replace("*", "\\,") + "}";
  }

  @Override
  public String quantity(String number, String unit) {
    return number + "\\," + unit;
  }

  @Override
  public String name(Symbol symbol) {
    String base = symbol.base();
    String letter =
        symbol.greekLetter().isPresent() ? greek(symbol) : base.length() == 1 ? base : word(base);
    String subscript = symbol.subscript();
    if (subscript.isEmpty()) {
      return letter;
    }
    boolean letters = subscript.length() == 1 || subscript.chars().allMatch(Character::isDigit);
    return letter + "_{" + (letters ? subscript : word(subscript)) + "}";
  }

  /** Capitals that look like Latin ones have no command. */
  private static String greek(Symbol symbol) {
    String base = symbol.base();
    boolean capital = Character.isUpperCase(base.charAt(0));
    boolean command =
        !capital
            || List.of(
                    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi",
                    "Psi", "Omega")
                .contains(base);
    boolean known = !base.equals("omicron") && (capital ? command : isLower(base));
    return known ? "\\" + base : word(base);
  }

  private static boolean isLower(String base) {
    return base.equals(base.toLowerCase(Locale.ROOT));
  }

  private static String word(String text) {
    return "\\mathrm{" + escaped(text) + "}";
  }

  private static String escaped(String text) {
    return text.replace("_", "\\_")
        .replace("^", "\\hat{}")
        .replace("Ω", "\\Omega ")
        .replace("µ", "\\mu ")
        .replace("μ", "\\mu ");
  }

  @Override
  public String derivative(String name) {
    return "\\frac{d" + name + "}{dt}";
  }

  @Override
  public boolean stacksFractions() {
    return true;
  }

  @Override
  public String fraction(String top, String bottom) {
    return "\\frac{" + top + "}{" + bottom + "}";
  }

  @Override
  public String power(String base, String exponent, boolean exponentIsAtom) {
    return "{" + base + "}^{" + exponent + "}";
  }

  @Override
  public String operation(Operator operator, String left, String right) {
    String symbol =
        switch (operator) {
          case MULTIPLY -> right.matches("\\d.*") ? " \\cdot " : "\\,";
          case LESS_OR_EQUAL -> " \\le ";
          case GREATER_OR_EQUAL -> " \\ge ";
          case EQUAL -> " = ";
          case NOT_EQUAL -> " \\ne ";
          case AND -> " \\land ";
          case OR -> " \\lor ";
          default -> " " + operator.symbol() + " ";
        };
    return left + symbol + right;
  }

  @Override
  public String negative(String operand) {
    return "-" + operand;
  }

  @Override
  public String not(String operand) {
    return "\\lnot " + operand;
  }

  @Override
  public String parentheses(String inner) {
    return "\\left(" + inner + "\\right)";
  }

  @Override
  public String call(String function, List<String> arguments) {
    return switch (function) {
      case "sqrt" -> "\\sqrt{" + arguments.get(0) + "}";
      case "abs" -> "\\left|" + arguments.get(0) + "\\right|";
      case "floor" -> "\\left\\lfloor " + arguments.get(0) + "\\right\\rfloor";
      case "exp", "log", "sin", "cos", "tanh", "min", "max" ->
          "\\" + function + parentheses(String.join(", ", arguments));
      default ->
          "\\operatorname{" + escaped(function) + "}" + parentheses(String.join(", ", arguments));
    };
  }

  @Override
  public String choice(String condition, String whenTrue, String whenFalse) {
    return "\\begin{cases}"
        + whenTrue
        + " & \\text{if } "
        + condition
        + " \\\\ "
        + whenFalse
        + " & \\text{otherwise}\\end{cases}";
  }

  @Override
  public String rows(List<Row> rows) {
    return rows.stream()
        .map(LatexNotation::row)
        .collect(Collectors.joining(" \\\\\n", "\\begin{aligned}\n", "\n\\end{aligned}\n"));
  }

  private static String row(Row row) {
    String relation =
        switch (row.relation()) {
          case NONE -> " & ";
          case EQUALS -> " &= ";
          case BECOMES -> " &\\leftarrow ";
        };
    String note = row.note().isEmpty() ? "" : " && \\text{" + escaped(row.note()) + "}";
    return row.left() + relation + row.right() + note;
  }
}
