package dev.glia.api.equations;

/**
 * Text that the equation language refuses. The message has the line, the column, the line's text
 * with a caret below the place, and what to do.
 */
public final class EquationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Longest part of a line that is shown. */
  private static final int EXCERPT = 120;

  private final String problem;
  private final String section;
  private final int line;
  private final int column;

  /**
   * A refusal.
   *
   * @param problem one sentence without the place
   * @param section which text: {@code equations}, {@code spike}, {@code reset}, …
   * @param line from 1
   * @param column from 1
   * @param excerpt the source line
   */
  public EquationException(String problem, String section, int line, int column, String excerpt) {
    super(section + ":" + line + ":" + column + " " + problem + "\n" + pointed(excerpt, column));
    this.problem = problem;
    this.section = section;
    this.line = line;
    this.column = column;
  }

  /** The part of the line around the place, with a caret below it. */
  private static String pointed(String line, int column) {
    int from = Math.clamp(column - 1L - EXCERPT / 2, 0, Math.max(0, line.length() - EXCERPT));
    int to = Math.min(line.length(), from + EXCERPT);
    StringBuilder shown = new StringBuilder("  ");
    for (char c : line.substring(from, to).toCharArray()) {
      shown.append(Character.isWhitespace(c) ? ' ' : Character.isISOControl(c) ? '·' : c);
    }
    return shown.append("\n  ").repeat(' ', Math.max(0, column - 1 - from)).append('^').toString();
  }

  public String problem() {
    return problem;
  }

  public String section() {
    return section;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
