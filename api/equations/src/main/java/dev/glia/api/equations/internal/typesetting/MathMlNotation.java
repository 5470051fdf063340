package dev.glia.api.equations.internal.typesetting;

import dev.glia.api.equations.Expr.Binary.Operator;
import java.util.List;
import java.util.stream.Collectors;

/** MathML Core: one {@code math} element that stands in HTML as it is. */
final class MathMlNotation implements Notation {
  @Override
  public String number(String digits) {
    return "<mn>" + digits + "</mn>";
  }

  @Override
  public String unit(String symbol) {
    return "<mi mathvariant=\"normal\">" + escaped(symbol) + "</mi>";
  }

  @Override
  public String quantity(String number, String unit) {
    return "<mrow>" + number + "<mspace width=\"0.17em\"/>" + unit + "</mrow>";
  }

  @Override
  public String name(Symbol symbol) {
    String base = "<mi>" + escaped(symbol.greekLetter().orElse(symbol.base())) + "</mi>";
    String subscript = symbol.subscript();
    if (subscript.isEmpty()) {
      return base;
    }
    boolean digits = subscript.chars().allMatch(Character::isDigit);
    String lower =
        digits
            ? "<mn>" + subscript + "</mn>"
            : "<mi mathvariant=\"normal\">" + escaped(subscript) + "</mi>";
    return "<msub>" + base + lower + "</msub>";
  }

  @Override
  public String derivative(String name) {
    return fraction("<mi>d</mi>" + name, "<mi>d</mi><mi>t</mi>");
  }

  @Override
  public boolean stacksFractions() {
    return true;
  }

  @Override
  public String fraction(String top, String bottom) {
    return "<mfrac>" + group(top) + group(bottom) + "</mfrac>";
  }

  private static String group(String inner) {
    return "<mrow>" + inner + "</mrow>";
  }

  @Override
  public String power(String base, String exponent, boolean exponentIsAtom) {
    return "<msup>" + group(base) + group(exponent) + "</msup>";
  }

  @Override
  public String operation(Operator operator, String left, String right) {
    String symbol =
        switch (operator) {
          case SUBTRACT -> "−";
          case MULTIPLY -> "⋅";
          case LESS_OR_EQUAL -> "≤";
          case GREATER_OR_EQUAL -> "≥";
          case EQUAL -> "=";
          case NOT_EQUAL -> "≠";
          case AND -> "∧";
          case OR -> "∨";
          default -> escaped(operator.symbol());
        };
    return left + operator(symbol) + right;
  }

  private static String operator(String symbol) {
    return "<mo>" + symbol + "</mo>";
  }

  @Override
  public String negative(String operand) {
    return operator("−") + operand;
  }

  @Override
  public String not(String operand) {
    return operator("¬") + operand;
  }

  @Override
  public String parentheses(String inner) {
    return group(operator("(") + inner + operator(")"));
  }

  @Override
  public String call(String function, List<String> arguments) {
    return switch (function) {
      case "sqrt" -> "<msqrt>" + arguments.get(0) + "</msqrt>";
      case "abs" -> group(operator("|") + arguments.get(0) + operator("|"));
      case "floor" -> group(operator("⌊") + arguments.get(0) + operator("⌋"));
      default ->
          "<mi mathvariant=\"normal\">"
              + escaped(function)
              + "</mi>"
              + parentheses(String.join(operator(","), arguments));
    };
  }

  @Override
  public String choice(String condition, String whenTrue, String whenFalse) {
    return group(
        operator("{")
            + "<mtable>"
            + tableRow(whenTrue, "<mtext>if </mtext>" + condition)
            + tableRow(whenFalse, "<mtext>otherwise</mtext>")
            + "</mtable>");
  }

  private static String tableRow(String... cells) {
    return List.of(cells).stream()
        .map(cell -> "<mtd>" + cell + "</mtd>")
        .collect(Collectors.joining("", "<mtr>", "</mtr>"));
  }

  @Override
  public String rows(List<Row> rows) {
    return rows.stream()
        .map(MathMlNotation::row)
        .collect(
            Collectors.joining(
                "\n",
                "<math display=\"block\"><mtable columnalign=\"right left left\">\n",
                "\n</mtable></math>\n"));
  }

  private static String row(Row row) {
    String relation =
        switch (row.relation()) {
          case NONE -> "";
          case EQUALS -> operator("=");
          case BECOMES -> operator("←");
        };
    return tableRow(
        row.left(), relation + row.right(), "<mtext>" + escaped(row.note()) + "</mtext>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
