package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.EquationException;
import java.util.List;

/** Goes through the words of a text, one ahead. */
final class TokenReader {
  private final SourceText source;
  private final List<Token> tokens;
  private int next;

  TokenReader(SourceText source) {
    this.source = source;
    this.tokens = Lexer.tokens(source);
  }

  SourceText source() {
    return source;
  }

  Token peek() {
    return peek(0);
  }

  /** The word that many places ahead, or the end. */
  Token peek(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  /** The word before the next one. */
  Token previous() {
    return tokens.get(Math.max(0, next - 1));
  }

  Token take() {
    Token token = peek();
    next = Math.min(next + 1, tokens.size());
    return token;
  }

  boolean accept(String symbol) {
    boolean found = peek().is(symbol);
    if (found) {
      take();
    }
    return found;
  }

  /**
   * Takes a symbol.
   *
   * @param where completes the sentence "expected ')' …"
   */
  Token expect(String symbol, String where) {
    if (!peek().is(symbol)) {
      throw unexpected("'" + symbol + "' " + where);
    }
    return take();
  }

  EquationException unexpected(String expected) {
    return error(peek().at(), "expected " + expected + ", found " + peek().shown());
  }

  EquationException error(int at, String problem) {
    return source.error(at, problem);
  }
}
