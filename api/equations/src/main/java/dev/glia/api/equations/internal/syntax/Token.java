package dev.glia.api.equations.internal.syntax;

/**
 * A word of the language.
 *
 * @param at of its first character, counted from 0 over all lines
 * @param text as written; empty for ends
 */
record Token(Kind kind, int at, String text) {
  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    LINE_END,
    END
  }

  boolean is(String symbol) {
    return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbol);
  }

  boolean isEnd() {
    return kind == Kind.LINE_END || kind == Kind.END;
  }

  int end() {
    return at + text.length();
  }

  /** As it's named in messages. */
  String shown() {
    return switch (kind) {
      case LINE_END -> "the end of the line";
      case END -> "the end";
      default -> "'" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "'";
    };
  }
}
