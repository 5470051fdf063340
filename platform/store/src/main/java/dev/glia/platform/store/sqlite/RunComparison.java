package dev.glia.platform.store.sqlite;

import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Comparison;
import dev.glia.platform.store.Comparison.Kind;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.StoredRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines up the cells of runs: by condition and seed, and by order where those are the same. */
final class RunComparison {
  private static final int DIGITS = 16;

  private record Key(Kind kind, String cell, String name) {}

  private final List<StoredRun> runs;
  private final Map<Key, String[]> rows = new LinkedHashMap<>();

  private RunComparison(List<StoredRun> runs) {
    this.runs = runs;
  }

  static Comparison of(List<StoredRun> runs) {
    RunComparison comparison = new RunComparison(runs);
    for (int i = 0; i < runs.size(); i++) {
      comparison.add(i, runs.get(i));
    }
    List<Comparison.Row> rows = new ArrayList<>();
    comparison.rows.forEach(
        (key, values) ->
            rows.add(new Comparison.Row(key.kind(), key.cell(), key.name(), List.of(values))));
    rows.sort(Comparator.comparing(Comparison.Row::kind));
    return new Comparison(runs.stream().map(StoredRun::run).toList(), rows);
  }

  private void add(int column, StoredRun run) {
    put(column, Kind.SPEC, "", "name", run.spec().reference());
    run.spec().profile().ifPresent(p -> put(column, Kind.SPEC, "", "profile", p.symbol()));
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
      add(column, unique, cell);
    }
  }

  private void add(int column, String label, CellRecord cell) {
    cell.cell()
        .parameters()
        .forEach((name, value) -> put(column, Kind.PARAMETER, label, name, value));
    for (DataFile file : cell.data()) {
      put(column, Kind.DATA, label, file.split() + " " + file.name(), brief(file.sha256()));
    }
    cell.numbers()
        .forEach((name, value) -> put(column, Kind.NUMBER, label, name, String.valueOf(value)));
    if (!cell.spikes().isEmpty()) {
      put(column, Kind.SPIKES, label, "spikes", brief(cell.spikes()));
    }
    for (ArtifactRecord artifact : cell.artifacts()) {
      put(column, Kind.FILE, label, artifact.file(), brief(artifact.sha256()));
    }
  }

  /** Enough of a checksum to tell it from another. */
  private static String brief(String checksum) {
    return checksum.length() > DIGITS ? checksum.substring(0, DIGITS) : checksum;
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
