package dev.glia.platform.cli;

import java.util.ArrayList;
import java.util.List;

/** A table of text: columns as wide as their cells, numbers to the right. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... header) {
    this(List.of(header));
  }

  TextTable(List<String> header) {
    this.header = List.copyOf(header);
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  TextTable row(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells in a table of " + header.size() + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void print(Terminal terminal) {
    int[] widths = widths();
    terminal.out().println(terminal.bold(line(header, widths, terminal)));
    for (List<String> row : rows) {
      terminal.out().println(line(row, widths, terminal));
    }
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = length(header.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    return widths;
  }

  /** The last column is cut where a person's terminal ends, never for programs. */
  private String line(List<String> cells, int[] widths, Terminal terminal) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths[column] - length(cell));
      if (column > 0) {
        line.append(GAP);
      }
      line.append(isNumeric(column) ? padding + cell : cell + padding);
    }
    String text = line.toString().stripTrailing();
    int limit = terminal.columns();
    boolean cut = terminal.outIsTerminal() && text.length() > limit;
    return cut ? text.substring(0, limit - 1) + "…" : text;
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches("-?[\\d.,]+(e-?\\d+)?%?|–|"));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
