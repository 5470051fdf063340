package dev.glia.platform.store.sqlite;

import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Comparison;
import dev.glia.platform.store.Comparison.Kind;
import dev.glia.platform.store.StudyRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines up the cells of runs: by condition and seed, and by order where those are the same. */
final class RunComparison {
  private record Key(Kind kind, String cell, String name) {}

  private final List<StudyRecord> runs;
  private final Map<Key, String[]> rows = new LinkedHashMap<>();

  private RunComparison(List<StudyRecord> runs) {
    this.runs = runs;
  }

  static Comparison of(List<StudyRecord> runs) {
    RunComparison comparison = new RunComparison(runs);
    for (int i = 0; i < runs.size(); i++) {
      comparison.add(i, runs.get(i));
    }
    List<Comparison.Row> rows = new ArrayList<>();
    comparison.rows.forEach(
        (key, values) ->
            rows.add(new Comparison.Row(key.kind(), key.cell(), key.name(), List.of(values))));
    return new Comparison(runs.stream().map(StudyRecord::run).toList(), rows);
  }

  private void add(int column, StudyRecord run) {
    put(column, Kind.SPEC, "", "study", run.spec().slug() + "@" + run.spec().version());
    put(column, Kind.SPEC, "", "profile", run.spec().profile().symbol());
    put(column, Kind.SPEC, "", "target", run.spec().target());
    put(column, Kind.SPEC, "", "glia", run.where().gliaVersion());
    put(column, Kind.SPEC, "", "commit", run.where().gitCommit());
    put(column, Kind.SPEC, "", "machine", run.where().machine());
    run.components()
        .forEach(
            each ->
                put(
                    column,
                    Kind.COMPONENT,
                    "",
                    each.kind() + " " + each.id(),
                    (each.version() + " " + each.content()).strip()));
    Map<String, Integer> seen = new HashMap<>();
    for (CellRecord cell : run.cells()) {
      String label = cell.cell().toString();
      int count = seen.merge(label, 1, Integer::sum);
      String unique = count == 1 ? label : label + " #" + count;
      cell.cell()
          .parameters()
          .forEach((name, value) -> put(column, Kind.PARAMETER, unique, name, value));
      cell.numbers()
          .forEach((name, value) -> put(column, Kind.NUMBER, unique, name, String.valueOf(value)));
    }
  }

  private void put(int column, Kind kind, String cell, String name, String value) {
    String[] row =
        rows.computeIfAbsent(
            new Key(kind, cell, name),
            key -> {
              String[] empty = new String[runs.size()];
              Arrays.fill(empty, "");
              return empty;
            });
    row[column] = value;
  }
}
