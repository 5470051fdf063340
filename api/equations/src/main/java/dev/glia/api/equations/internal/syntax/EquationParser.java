package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.internal.syntax.Equation.Flag;
import dev.glia.api.equations.internal.syntax.Equation.Kind;
import dev.glia.api.units.internal.Spelling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one line of equations. */
final class EquationParser {
  private final TokenReader reader;

  EquationParser(TokenReader reader) {
    this.reader = reader;
  }

  Equation equation() {
    Token first = reader.peek();
    if (first.kind() != Token.Kind.NAME) {
      throw reader.unexpected("a line as dv/dt = … : mV");
    }
    if (reader.peek(1).is("/")) {
      return derivative();
    }
    reader.take();
    if (reader.accept("=")) {
      Node right = new ExpressionParser(reader).expression();
      return line(first, Kind.SUBEXPRESSION, first.text(), first.at(), Optional.of(right));
    }
    if (!reader.peek().is(":")) {
      throw reader.unexpected("'=' or ':' after '" + first.text() + "'");
    }
    return line(first, Kind.DECLARATION, first.text(), first.at(), Optional.empty());
  }

  private Equation derivative() {
    Token top = reader.take();
    Token slash = reader.take();
    if (!top.text().startsWith("d") || top.text().length() == 1 || !reader.peek().is("dt")) {
      throw reader.error(slash.at(), "an equation begins with dx/dt = …, x = … or x : unit");
    }
    reader.take();
    reader.expect("=", "after " + top.text() + "/dt");
    Node right = new ExpressionParser(reader).expression();
    return line(top, Kind.DERIVATIVE, top.text().substring(1), top.at() + 1, Optional.of(right));
  }

  private Equation line(Token first, Kind kind, String name, int nameAt, Optional<Node> right) {
    if (reader.peek().isEnd()) {
      throw reader.error(
          reader.previous().end(),
          "the unit of " + name + " is missing: end the line with ': mV', ': 1' or the like");
    }
    Token colon = reader.expect(":", "and the unit of " + name);
    int unitAt = reader.peek().at();
    String unit = unit(colon);
    return new Equation(first.at(), kind, name, nameAt, right, unit, unitAt, flags());
  }

  /** Everything up to the flags or the end of the line, as written. */
  private String unit(Token colon) {
    int start = colon.end();
    int end = start;
    int open = 0;
    while (!reader.peek().isEnd() && !(open == 0 && startsFlags(colon))) {
      Token token = reader.take();
      open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      end = token.end();
    }
    return reader.source().text().substring(start, end).strip();
  }

  /** A parenthesis is part of the unit after an operator or the colon, and flags otherwise. */
  private boolean startsFlags(Token colon) {
    Token before = reader.previous();
    boolean insideUnit = before == colon || before.is("*") || before.is("/") || before.is("^");
    return reader.peek().is("(") && !insideUnit;
  }

  private Map<Flag, Integer> flags() {
    Map<Flag, Integer> flags = new LinkedHashMap<>();
    if (!reader.accept("(")) {
      return flags;
    }
    do {
      int at = reader.peek().at();
      flags.put(flag(at), at);
    } while (reader.accept(","));
    reader.expect(")", "after the flags");
    if (!reader.peek().isEnd()) {
      throw reader.unexpected("the end of the line");
    }
    return flags;
  }

  private Flag flag(int at) {
    StringBuilder words = new StringBuilder();
    while (reader.peek().kind() == Token.Kind.NAME) {
      words.append(words.isEmpty() ? "" : " ").append(reader.take().text());
    }
    String written = words.toString();
    return Flag.of(written)
        .orElseThrow(() -> reader.error(at, "unknown flag '" + written + "'" + proposal(written)));
  }

  private static String proposal(String written) {
    String near = Spelling.proposal(written, Flag.all());
    return near.isEmpty() ? ": flags are " + String.join(", ", Flag.all()) : near;
  }
}
