package dev.glia.api.equations.internal.typesetting;

import dev.glia.api.equations.Expr.Binary.Operator;
import java.util.List;

/** Unicode text in one line a row, for terminals. */
final class PlainNotation implements Notation {
  private static final String SUBSCRIBED = "0123456789aehijklmnoprstuvx";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
  private static final String RAISED = "0123456789-";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

  @Override
  public String number(String digits) {
    return digits.replace('-', '−');
  }

  @Override
  public String unit(String symbol) {
    return symbol;
  }

  @Override
  public String quantity(String number, String unit) {
    return number + " " + unit;
  }

  /** Where Unicode lacks a subscript letter, the whole subscript is left as it's typed. */
  @Override
  public String name(Symbol symbol) {
    String base = symbol.greekLetter().orElse(symbol.base());
    String lowered = mapped(symbol.subscript(), SUBSCRIBED, SUBSCRIPTS);
    boolean complete = lowered.length() == symbol.subscript().length();
    return base + (complete ? lowered : symbol.tail());
  }

  private static String mapped(String text, String from, String to) {
    StringBuilder mapped = new StringBuilder();
    for (char c : text.toCharArray()) {
      int index = from.indexOf(c);
      if (index >= 0) {
        mapped.append(to.charAt(index));
      }
    }
    return mapped.toString();
  }

  @Override
  public String derivative(String name) {
    return "d" + name + "/dt";
  }

  @Override
  public boolean stacksFractions() {
    return false;
  }

  @Override
  public String fraction(String top, String bottom) {
    return top + "/" + bottom;
  }

  @Override
  public String power(String base, String exponent, boolean exponentIsAtom) {
    String raised = mapped(exponent.replace('−', '-'), RAISED, SUPERSCRIPTS);
    if (raised.length() == exponent.length()) {
      return base + raised;
    }
    return base + "^" + (exponentIsAtom ? exponent : parentheses(exponent));
  }

  @Override
  public String operation(Operator operator, String left, String right) {
    String symbol =
        switch (operator) {
          case ADD -> " + ";
          case SUBTRACT -> " − ";
          case MULTIPLY -> "·";
          case LESS_OR_EQUAL -> " ≤ ";
          case GREATER_OR_EQUAL -> " ≥ ";
          case EQUAL -> " = ";
          case NOT_EQUAL -> " ≠ ";
          default -> " " + operator.symbol() + " ";
        };
    return left + symbol + right;
  }

  @Override
  public String negative(String operand) {
    return "−" + operand;
  }

  @Override
  public String not(String operand) {
    return "not " + operand;
  }

  @Override
  public String parentheses(String inner) {
    return "(" + inner + ")";
  }

  @Override
  public String call(String function, List<String> arguments) {
    return switch (function) {
      case "abs" -> "|" + arguments.get(0) + "|";
      case "sqrt" -> "√(" + arguments.get(0) + ")";
      case "floor" -> "⌊" + arguments.get(0) + "⌋";
      default -> function + "(" + String.join(", ", arguments) + ")";
    };
  }

  @Override
  public String choice(String condition, String whenTrue, String whenFalse) {
    return whenTrue + " if " + condition + ", otherwise " + whenFalse;
  }

  @Override
  public String rows(List<Row> rows) {
    int left = rows.stream().mapToInt(row -> row.left().length()).max().orElse(0);
    int width = rows.stream().mapToInt(row -> body(row, left).length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      String body = body(row, left);
      String margin = row.note().isEmpty() ? "" : " ".repeat(width - body.length() + 3);
      text.append(body).append(margin).append(row.note()).append('\n');
    }
    return text.toString();
  }

  private static String body(Row row, int left) {
    String relation =
        switch (row.relation()) {
          case NONE -> "   ";
          case EQUALS -> " = ";
          case BECOMES -> " ← ";
        };
    return " ".repeat(left - row.left().length()) + row.left() + relation + row.right();
  }
}
