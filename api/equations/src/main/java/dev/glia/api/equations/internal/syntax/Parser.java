package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.Expr.Binary.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the sections of a model. All methods throw {@link EquationException}. */
public final class Parser {
  private static final int MOST_LINES = 500;

  private static final Map<String, Operator> ASSIGNMENTS =
      Map.of(
          "+=", Operator.ADD,
          "-=", Operator.SUBTRACT,
          "*=", Operator.MULTIPLY,
          "/=", Operator.DIVIDE);

  private final TokenReader reader;

  private Parser(SourceText source) {
    this.reader = new TokenReader(source);
  }

  /** Lines of {@code dx/dt = e : unit (flags)}, {@code x = e : unit} and {@code x : unit}. */
  public static List<Equation> equations(SourceText source) {
    return new Parser(source).equations();
  }

  /** Statements, separated by line ends or semicolons. */
  public static List<Assignment> statements(SourceText source) {
    return new Parser(source).statements();
  }

  /** One expression and nothing else. */
  public static Node expression(SourceText source) {
    Parser parser = new Parser(source);
    parser.skipLineEnds();
    Node expression = new ExpressionParser(parser.reader).expression();
    parser.skipLineEnds();
    if (parser.reader.peek().kind() != Token.Kind.END) {
      throw parser.reader.unexpected("an operator or the end");
    }
    return expression;
  }

  private List<Equation> equations() {
    EquationParser parser = new EquationParser(reader);
    List<Equation> equations = new ArrayList<>();
    skipLineEnds();
    while (reader.peek().kind() != Token.Kind.END) {
      checkCount(equations.size());
      equations.add(parser.equation());
      skipLineEnds();
    }
    return equations;
  }

  private List<Assignment> statements() {
    List<Assignment> statements = new ArrayList<>();
    skipSeparators();
    while (reader.peek().kind() != Token.Kind.END) {
      checkCount(statements.size());
      statements.add(statement());
      if (!reader.peek().isEnd() && !reader.peek().is(";")) {
        throw reader.unexpected("an operator, ';' or the end of the line");
      }
      skipSeparators();
    }
    return statements;
  }

  private Assignment statement() {
    Token target = reader.peek();
    if (target.kind() != Token.Kind.NAME) {
      throw reader.unexpected("a statement as x = …");
    }
    reader.take();
    Token sign = reader.peek();
    Operator operator = ASSIGNMENTS.get(sign.text());
    if (operator == null && !sign.is("=")) {
      throw reader.unexpected("=, +=, -=, *= or /= after '" + target.text() + "'");
    }
    reader.take();
    Node value = new ExpressionParser(reader).expression();
    return new Assignment(target.at(), target.text(), Optional.ofNullable(operator), value);
  }

  private void checkCount(int count) {
    if (count >= MOST_LINES) {
      throw reader.error(reader.peek().at(), "more than " + MOST_LINES + " lines");
    }
  }

  private void skipLineEnds() {
    while (reader.peek().kind() == Token.Kind.LINE_END) {
      reader.take();
    }
  }

  private void skipSeparators() {
    while (reader.peek().kind() == Token.Kind.LINE_END || reader.peek().is(";")) {
      reader.take();
    }
  }
}
