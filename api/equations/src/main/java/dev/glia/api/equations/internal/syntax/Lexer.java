package dev.glia.api.equations.internal.syntax;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words; line ends inside parentheses and comments are dropped. */
final class Lexer {
  /** Longer ones first. */
  private static final String[] SYMBOLS = {
    "**", "+=", "-=", "*=", "/=", "<=", ">=", "==", "!=", "&&", "||", "<", ">", "+", "-", "*", "/",
    "^", "(", ")", "[", "]", ",", "?", ":", "=", ";", "!"
  };

  private final SourceText source;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int open;
  private int lastOpened;

  private Lexer(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** All words, ended by one of kind END. */
  static List<Token> tokens(SourceText source) {
    if (source.text().length() > SourceText.LONGEST) {
      throw source.error(
          0,
          "a text of "
              + source.text().length()
              + " characters is too long: the limit is "
              + SourceText.LONGEST);
    }
    return new Lexer(source).read();
  }

  private List<Token> read() {
    while (next < text.length()) {
      char c = text.charAt(next);
      if (c == '\n') {
        if (open == 0) {
          tokens.add(new Token(Token.Kind.LINE_END, next, ""));
        }
        next++;
      } else if (Character.isWhitespace(c)) {
        next++;
      } else if (c == '#') {
        skipComment();
      } else if (isDigit(next) || c == '.' && isDigit(next + 1)) {
        number();
      } else if (Character.isLetter(c) || c == '_') {
        name();
      } else {
        symbol();
      }
    }
    if (open > 0) {
      throw source.error(lastOpened, "'(' is never closed");
    }
    tokens.add(new Token(Token.Kind.END, text.length(), ""));
    return tokens;
  }

  private void skipComment() {
    int end = text.indexOf('\n', next);
    next = end < 0 ? text.length() : end;
  }

  private void number() {
    int start = next;
    skipDigits();
    if (next < text.length() && text.charAt(next) == '.') {
      next++;
      skipDigits();
    }
    if (next < text.length() && (text.charAt(next) == 'e' || text.charAt(next) == 'E')) {
      int sign = next + 1 < text.length() && "+-".indexOf(text.charAt(next + 1)) >= 0 ? 1 : 0;
      if (isDigit(next + 1 + sign)) {
        next += 1 + sign;
        skipDigits();
      }
    }
    add(Token.Kind.NUMBER, start);
  }

  private void name() {
    int start = next;
    while (next < text.length()
        && (Character.isLetter(text.charAt(next)) || isDigit(next) || text.charAt(next) == '_')) {
      next++;
    }
    add(Token.Kind.NAME, start);
  }

  private void symbol() {
    if (text.charAt(next) == '−') {
      tokens.add(new Token(Token.Kind.SYMBOL, next++, "-"));
      return;
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, next)) {
        count(symbol);
        tokens.add(new Token(Token.Kind.SYMBOL, next, symbol));
        next += symbol.length();
        return;
      }
    }
    int character = text.codePointAt(next);
    String shown =
        Character.isISOControl(character) || !Character.isDefined(character)
            ? String.format("U+%04X", character)
            : "'" + Character.toString(character) + "'";
    throw source.error(next, "unexpected character " + shown);
  }

  private void count(String symbol) {
    if (symbol.equals("(")) {
      lastOpened = open == 0 ? next : lastOpened;
      open++;
    } else if (symbol.equals(")")) {
      open = Math.max(0, open - 1);
    }
  }

  private void add(Token.Kind kind, int start) {
    tokens.add(new Token(kind, start, text.substring(start, next)));
  }

  private void skipDigits() {
    while (isDigit(next)) {
      next++;
    }
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }
}
