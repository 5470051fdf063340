package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.UnitException;

/** A single value: text, which may be read as a number, a quantity, or a truth value. */
public final class Scalar implements Node {
  /** How a scalar is written, as far as it matters for finding a character of it in the file. */
  enum Style {
    PLAIN,
    QUOTED,
    LITERAL,
    FOLDED
  }

  private final Source source;
  private final Path path;
  private final Place place;
  private final String text;
  private final Style style;

  Scalar(Source source, Path path, Place place, String text, Style style) {
    this.source = source;
    this.path = path;
    this.place = place;
    this.text = text;
    this.style = style;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public String path() {
    return path.toString();
  }

  @Override
  public String form() {
    return isNull() ? "nothing" : "the text " + Quoted.of(text);
  }

  /** The value as text; a block keeps its line ends. */
  public String text() {
    return text;
  }

  /** Whether it was written without quotes, so that {@code 3} may mean a number. */
  public boolean isPlain() {
    return style == Style.PLAIN;
  }

  /** Whether nothing was written, or {@code null} or {@code ~}. */
  public boolean isNull() {
    return isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
  }

  /** A finite or infinite plain number; a fault if it has a unit, is NaN, or isn't one. */
  public double number() {
    Quantity quantity = quantity();
    if (!quantity.dimension().isNone()) {
      throw fault("expected a plain number, found " + Quoted.of(text) + " with a unit");
    }
    return quantity.value();
  }

  /** A whole number; a fault if it isn't one, or doesn't fit 64 bits. */
  public long integer() {
    try {
      return Long.parseLong(text.strip().replace("_", ""));
    } catch (NumberFormatException e) {
      throw fault("expected a whole number, found " + form());
    }
  }

  /** {@code true} or {@code false}, without quotes; a fault otherwise. */
  public boolean truth() {
    if (isPlain() && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    throw fault("expected true or false, found " + form());
  }

  /** A number with an optional unit, {@code 20 ms}; a fault if it isn't one, or is NaN. */
  public Quantity quantity() {
    try {
      return Quantity.parse(text);
    } catch (UnitException e) {
      throw fault(e.getMessage());
    }
  }

  @Override
  public Fault fault(String problem) {
    return source.fault(place, path, problem);
  }

  /**
   * A fault about one character of the text, with the file's line and a caret below the place.
   *
   * @param line of the text, from 1
   * @param column of that line, from 1
   */
  public Fault faultAt(int line, int column, String problem) {
    return source.faultWithExcerpt(placeOf(line, column), path, problem);
  }

  /**
   * Where in the file a character of the text is: exact in literal blocks ({@code |}) and values of
   * one line, the beginning of the value otherwise.
   *
   * @param line of the text, from 1
   * @param column of that line, from 1
   */
  public Place placeOf(int line, int column) {
    String[] lines = text.split("\n", -1);
    if (line < 1 || line > lines.length) {
      return place;
    }
    String wanted = lines[line - 1];
    if (style == Style.LITERAL) {
      // A block keeps its lines as they are, after the indentation, below the line of its '|'.
      int number = place.line() + line;
      String written = source.line(number);
      return written.endsWith(wanted)
          ? source.place(number, written.length() - wanted.length() + column)
          : place;
    }
    int start = place.column() - 1 + (style == Style.QUOTED ? 1 : 0);
    boolean verbatim = lines.length == 1 && source.line(place.line()).startsWith(wanted, start);
    return verbatim ? source.place(place.line(), start + column) : place;
  }

  @Override
  public String toString() {
    return text;
  }
}
