package dev.glia.platform.cli;

import dev.glia.platform.store.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows what differs between runs. */
final class ComparisonTable {
  private final Terminal terminal;

  ComparisonTable(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints it; nothing if there's no row.
   *
   * @param all also what is equal
   */
  void print(Comparison comparison, boolean all) {
    List<String> header = new ArrayList<>(List.of("", "cell", "name"));
    header.addAll(comparison.runs());
    TextTable table = new TextTable(header);
    for (Comparison.Row row : comparison.rows()) {
      if (all || row.differs()) {
        List<String> cells = new ArrayList<>();
        cells.add(row.kind().name().toLowerCase(Locale.ROOT));
        cells.add(row.cell());
        cells.add(row.name());
        cells.addAll(row.values());
        table.row(cells);
      }
    }
    if (!table.isEmpty()) {
      table.print(terminal);
    }
  }
}
