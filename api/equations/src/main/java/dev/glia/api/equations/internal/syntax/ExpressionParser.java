package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads one expression. From loose to tight: {@code ? :}, {@code or}, {@code and}, {@code not},
 * comparisons, sums, products, minus, powers.
 */
final class ExpressionParser {
  /** Bounds what hostile texts can do to the stack of whoever walks the tree. */
  private static final int DEEPEST = 200;

  private static final int MOST_NODES = 1000;

  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("or", Operator.OR),
          Map.entry("and", Operator.AND),
          Map.entry("<", Operator.LESS),
          Map.entry("<=", Operator.LESS_OR_EQUAL),
          Map.entry(">", Operator.GREATER),
          Map.entry(">=", Operator.GREATER_OR_EQUAL),
          Map.entry("==", Operator.EQUAL),
          Map.entry("!=", Operator.NOT_EQUAL),
          Map.entry("+", Operator.ADD),
          Map.entry("-", Operator.SUBTRACT),
          Map.entry("*", Operator.MULTIPLY),
          Map.entry("/", Operator.DIVIDE),
          Map.entry("^", Operator.POWER),
          Map.entry("**", Operator.POWER));

  private final TokenReader reader;
  private int depth;
  private int nodes;

  ExpressionParser(TokenReader reader) {
    this.reader = reader;
  }

  /** Stops before the first word that can't continue the expression. */
  Node expression() {
    enter();
    Node condition = operation(Precedence.OR);
    Node result = condition;
    if (reader.peek().is("?")) {
      int at = reader.take().at();
      Node whenTrue = expression();
      reader.expect(":", "and what holds otherwise");
      result = counted(new Node.Conditional(at, condition, whenTrue, expression()));
    }
    depth--;
    return result;
  }

  /** An operation whose operators bind at least as tightly as the level says. */
  private Node operation(int level) {
    enter();
    Node left = prefixed(level);
    while (true) {
      Token token = reader.peek();
      Operator operator = operatorOf(token);
      int binding = operator == null ? -1 : Precedence.of(operator);
      if (binding < level) {
        depth--;
        return left;
      }
      reader.take();
      Node right = operation(Precedence.right(operator));
      left = counted(new Node.Binary(token.at(), operator, left, right));
      if (binding == Precedence.COMPARISON && isComparison(reader.peek())) {
        throw reader.error(
            reader.peek().at(), "comparisons can't be chained: write a < b and b < c");
      }
    }
  }

  private Node prefixed(int level) {
    Token token = reader.peek();
    if (token.is("not") && level <= Precedence.NOT) {
      reader.take();
      return counted(
          new Node.Unary(token.at(), Expr.Unary.Operator.NOT, operation(Precedence.NOT)));
    }
    if (token.is("-")) {
      reader.take();
      return counted(
          new Node.Unary(token.at(), Expr.Unary.Operator.NEGATE, operation(Precedence.MINUS)));
    }
    if (token.is("+")) {
      reader.take();
      return operation(Precedence.MINUS);
    }
    return primary();
  }

  private Node primary() {
    Token token = reader.peek();
    switch (token.kind()) {
      case NUMBER:
        return literal();
      case NAME:
        if (isWord(token)) {
          throw reader.unexpected("a number, a name or '('");
        }
        reader.take();
        return reader.peek().is("(")
            ? call(token)
            : counted(new Node.Name(token.at(), token.text()));
      default:
        if (!reader.accept("(")) {
          throw reader.unexpected("a number, a name or '('");
        }
        Node inner = expression();
        reader.expect(")", "to close '('");
        return inner;
    }
  }

  private Node literal() {
    Token number = reader.take();
    double value = Double.parseDouble(number.text());
    if (Double.isInfinite(value)) {
      throw reader.error(number.at(), "the number is too large");
    }
    String unit = "";
    if (reader.peek().kind() == Token.Kind.NAME && !isWord(reader.peek())) {
      Token name = reader.take();
      unit = name.text();
      if (reader.peek().is("(")) {
        throw reader.error(name.at(), "an operator is missing before '" + unit + "'");
      }
      unit += unitPower();
    } else if (reader.peek().kind() == Token.Kind.NUMBER) {
      throw reader.error(reader.peek().at(), "an operator is missing between two numbers");
    }
    return counted(new Node.Literal(number.at(), value, number.text(), unit));
  }

  /** {@code 5 ms^2} is five square milliseconds. */
  private String unitPower() {
    boolean power = reader.peek().is("^") || reader.peek().is("**");
    int sign = reader.peek(1).is("-") ? 1 : 0;
    if (!power || reader.peek(1 + sign).kind() != Token.Kind.NUMBER) {
      return "";
    }
    reader.take();
    String minus = reader.accept("-") ? "-" : "";
    return "^" + minus + reader.take().text();
  }

  private Node call(Token name) {
    reader.take();
    List<Node> arguments = new ArrayList<>();
    if (!reader.peek().is(")")) {
      do {
        arguments.add(expression());
      } while (reader.accept(","));
    }
    reader.expect(")", "after the arguments of " + name.text());
    return counted(new Node.Call(name.at(), name.text(), arguments));
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw reader.error(reader.peek().at(), "an expression nested too deeply");
    }
  }

  private Node counted(Node node) {
    if (++nodes > MOST_NODES) {
      throw reader.error(
          node.at(), "an expression of more than " + MOST_NODES + " terms: name parts of it");
    }
    return node;
  }

  private Operator operatorOf(Token token) {
    if (token.is("&&") || token.is("||") || token.is("!")) {
      String word = token.is("&&") ? "and" : token.is("||") ? "or" : "not";
      throw reader.error(token.at(), "write '" + word + "' for '" + token.text() + "'");
    }
    return token.kind() == Token.Kind.SYMBOL || isWord(token) ? OPERATORS.get(token.text()) : null;
  }

  private static boolean isComparison(Token token) {
    Operator operator = token.kind() == Token.Kind.SYMBOL ? OPERATORS.get(token.text()) : null;
    return operator != null && Precedence.of(operator) == Precedence.COMPARISON;
  }

  private static boolean isWord(Token token) {
    return token.is("and") || token.is("or") || token.is("not");
  }
}
