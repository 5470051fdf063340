package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;

/** The text of a file with its lines, for messages that show the place. */
final class Source {
  private static final int WIDEST = 120;
  private static final int LONGEST_PROBLEM = 600;

  private final String file;
  private final String[] lines;

  Source(String file, String text) {
    this.file = file;
    this.lines = text.split("\r\n|\n|\r", -1);
  }

  String file() {
    return file;
  }

  /** The line with this number, from 1; empty beyond the end. */
  String line(int number) {
    return has(number) ? lines[number - 1] : "";
  }

  boolean has(int number) {
    return number >= 1 && number <= lines.length;
  }

  Place place(int line, int column) {
    return new Place(file, line, column);
  }

  Fault fault(Place place, Path path, String problem) {
    return Fault.input(heading(place, path) + clipped(problem));
  }

  /** A fault that shows the line and a caret below the place. */
  Fault faultWithExcerpt(Place place, Path path, String problem) {
    return Fault.input(heading(place, path) + clipped(problem) + excerpt(place));
  }

  /** Problems repeat what was written, which may be a name of a million letters. */
  private static String clipped(String problem) {
    return problem.length() > LONGEST_PROBLEM
        ? problem.substring(0, LONGEST_PROBLEM) + "\u2026"
        : problem;
  }

  private static String heading(Place place, Path path) {
    String field = path.toString();
    return place + (field.isEmpty() ? " " : " " + field + ": ");
  }

  private String excerpt(Place place) {
    String line = line(place.line()).replace('\t', ' ');
    int caret = Math.min(place.column() - 1, line.length());
    int from = line.length() - line.stripLeading().length();
    if (caret - from > WIDEST) {
      from = caret - WIDEST / 2;
    }
    from = Math.min(from, caret);
    String shown = line.substring(from, Math.min(line.length(), from + WIDEST));
    return "\n  " + shown + "\n  " + " ".repeat(caret - from) + "^";
  }
}
