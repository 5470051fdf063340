package dev.glia.api.equations.internal.syntax;

import dev.glia.api.equations.EquationException;

/**
 * One text of a model.
 *
 * @param section what it's called in messages: {@code equations}, {@code reset}, …
 */
public record SourceText(String section, String text) {
  /** Longer texts are refused before anything is read. */
  public static final int LONGEST = 65_536;

  /** A refusal that points at a character, counted from 0 over all lines. */
  public EquationException error(int at, String problem) {
    int place = Math.clamp(at, 0, text.length());
    int lineStart = text.lastIndexOf('\n', place - 1) + 1;
    int lineEnd = text.indexOf('\n', place);
    String excerpt = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new EquationException(problem, section, line, place - lineStart + 1, excerpt);
  }

  /** The same text under a longer name, as {@code exc.output} for a receptor's. */
  public SourceText within(String owner) {
    return new SourceText(owner + "." + section, text);
  }
}
