package dev.glia.platform.report.page;

import dev.glia.platform.report.plot.NumberText;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Means and standard deviations over the seeds of each condition, of complete cells. */
final class ConditionMeans {
  private ConditionMeans() {}

  static void write(
      Html html, List<CellRecord> cells, SortedSet<String> varying, SortedSet<String> numbers) {
    Map<List<String>, List<CellRecord>> conditions = new LinkedHashMap<>();
    for (CellRecord cell : cells) {
      List<String> key = new ArrayList<>(List.of(cell.cell().condition()));
      varying.forEach(name -> key.add(cell.cell().parameters().getOrDefault(name, "–")));
      conditions.computeIfAbsent(key, _ -> new ArrayList<>());
      if (cell.outcome() == Outcome.COMPLETED) {
        conditions.get(key).add(cell);
      }
    }
    List<Table.Column> columns = new ArrayList<>(List.of(Table.words("Condition")));
    varying.forEach(name -> columns.add(Table.words(name)));
    columns.add(Table.numbers("Seeds"));
    numbers.forEach(name -> columns.add(Table.numbers(name)));
    Table table =
        Table.begin(
            html,
            "Mean and standard deviation over seeds, by condition",
            Table.Kind.SORTABLE,
            columns);
    conditions.forEach(
        (key, group) -> {
          table.row().head(key.get(0));
          key.stream().skip(1).forEach(table::cell);
          table.number(group.size());
          for (String name : numbers) {
            double[] values =
                group.stream()
                    .mapToDouble(c -> c.numbers().getOrDefault(name, Double.NaN))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double mean = mean(values);
            table.number(NumberText.spread(mean, deviation(values, mean)), mean);
          }
          table.rowEnd();
        });
    table.end();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? Double.NaN : sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length < 2 ? Double.NaN : Math.sqrt(sum / (values.length - 1));
  }
}
