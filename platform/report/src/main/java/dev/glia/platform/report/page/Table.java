package dev.glia.platform.report.page;

import dev.glia.platform.report.plot.NumberText;
import java.util.List;
import java.util.Locale;

/** A table in a box of its own that scrolls where the table is wider. */
final class Table {
  /** What a table can do. */
  enum Kind {
    PLAIN,
    /** A click on a head sorts the rows. */
    SORTABLE,
    /** On narrow screens a row's cells stand below each other. */
    STACKING
  }

  private final Html html;

  private Table(Html html) {
    this.html = html;
  }

  /**
   * Begins a table with its heads; end it with {@link #end()}.
   *
   * @param caption says what it holds; read by screen readers, not seen
   */
  static Table begin(Html html, String caption, Kind kind, List<Column> columns) {
    html.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    // Roles are said again, as a table that stacks isn't laid out as one.
    html.open("table", "class", kind.name().toLowerCase(Locale.ROOT), "role", "table");
    html.leaf("caption", caption, "class", "unseen");
    html.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (Column column : columns) {
      String look = column.number() ? "number" : "words";
      html.leaf("th", column.name(), "scope", "col", "role", "columnheader", "class", look);
    }
    html.close().close().trusted("\n").open("tbody", "role", "rowgroup");
    return new Table(html);
  }

  /** A head; {@code number} ones are set to the right. */
  record Column(String name, boolean number) {}

  static Column words(String name) {
    return new Column(name, false);
  }

  static Column numbers(String name) {
    return new Column(name, true);
  }

  Table row() {
    html.open("tr");
    return this;
  }

  Table rowEnd() {
    html.closeLine();
    return this;
  }

  /** The cell that names its row. */
  Table head(String text) {
    html.leaf("th", text, "scope", "row");
    return this;
  }

  Table cell(String text) {
    html.leaf("td", text);
    return this;
  }

  /** A cell that's kept on one line, as a number with its unit. */
  Table unbroken(String text) {
    html.leaf("td", text, "class", "unbroken");
    return this;
  }

  Table code(String text) {
    html.open("td");
    if (!text.isEmpty()) {
      html.leaf("code", text);
    }
    html.close();
    return this;
  }

  /** A number, sorted by its value. */
  Table number(String text, double value) {
    html.leaf("td", text, "class", "number", "data-value", Double.toString(value));
    return this;
  }

  Table number(double value) {
    return number(NumberText.of(value), value);
  }

  void end() {
    html.close().close().closeLine();
  }
}
