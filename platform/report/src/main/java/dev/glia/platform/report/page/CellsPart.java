package dev.glia.platform.report.page;

import dev.glia.platform.store.CellRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The table of cells. What's the same in all of them is said once, above it. */
public final class CellsPart {
  private final List<CellRecord> cells;
  private final SortedMap<String, String> same = new TreeMap<>();
  private final SortedSet<String> varying = new TreeSet<>();
  private final SortedSet<String> numbers = new TreeSet<>();

  private CellsPart(List<CellRecord> cells) {
    this.cells = cells;
    for (CellRecord cell : cells) {
      varying.addAll(cell.cell().parameters().keySet());
      numbers.addAll(cell.numbers().keySet());
    }
    for (String name : List.copyOf(varying)) {
      String first = cells.get(0).cell().parameters().get(name);
      boolean constant =
          first != null
              && cells.stream().allMatch(c -> first.equals(c.cell().parameters().get(name)));
      if (constant) {
        same.put(name, first);
        varying.remove(name);
      }
    }
  }

  public static void write(Html html, List<CellRecord> cells) {
    if (cells.isEmpty()) {
      html.leaf("p", "No cell was run.");
      return;
    }
    new CellsPart(cells).write(html);
  }

  private void write(Html html) {
    if (!same.isEmpty()) {
      html.open("p").text("The same in all cells: ");
      String separator = "";
      for (var entry : same.entrySet()) {
        html.text(separator).leaf("code", entry.getKey() + " = " + entry.getValue());
        separator = ", ";
      }
      html.text(".").close();
    }
    if (cells.stream().map(cell -> cell.cell().seed()).distinct().count() > 1) {
      html.leaf("h3", "Mean over seeds");
      ConditionMeans.write(html, cells, varying, numbers);
      html.leaf("h3", "Each cell");
    }
    table(html);
  }

  private void table(Html html) {
    boolean messages = cells.stream().anyMatch(c -> !c.message().isBlank());
    List<Table.Column> columns =
        new ArrayList<>(List.of(Table.words("Condition"), Table.numbers("Seed")));
    varying.forEach(name -> columns.add(Table.words(name)));
    numbers.forEach(name -> columns.add(Table.numbers(name)));
    columns.add(Table.numbers("Wall"));
    columns.add(Table.numbers("CPU"));
    columns.add(Table.words("Outcome"));
    if (messages) {
      columns.add(Table.words("Message"));
    }
    Table table = Table.begin(html, "All cells with their numbers", Table.Kind.SORTABLE, columns);
    for (CellRecord cell : cells) {
      table
          .row()
          .head(cell.cell().condition())
          .number(Long.toString(cell.cell().seed()), cell.cell().seed());
      varying.forEach(name -> table.cell(cell.cell().parameters().getOrDefault(name, "–")));
      numbers.forEach(name -> table.number(cell.numbers().getOrDefault(name, Double.NaN)));
      table.number(Words.duration(cell.wallSeconds()), cell.wallSeconds());
      table.number(Words.duration(cell.cpuSeconds()), cell.cpuSeconds());
      table.cell(Words.capitalized(cell.outcome().symbol()));
      if (messages) {
        table.cell(cell.message());
      }
      table.rowEnd();
    }
    table.end();
  }
}
