package dev.glia.platform.store.sqlite;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Measurement.Series;
import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.files.ArtifactFiles;
import dev.glia.platform.store.files.RecordJson;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cells in the database. Safe for any thread. */
final class CellRows {
  private static final String FIGURE = "application/vnd.glia.figure+json";

  private final Database database;
  private final ArtifactFiles files;

  CellRows(Database database, ArtifactFiles files) {
    this.database = database;
    this.files = files;
  }

  /** Writes a figure's file; it's unreferenced until a row names it. */
  ArtifactRecord keep(Figure figure) {
    return files.write(figure.id() + ".json", FIGURE, RecordJson.bytes(figure));
  }

  /** Adds a cell to a run, in a transaction of its own. */
  CellRecord add(String run, int place, CellRecord cell) {
    List<ArtifactRecord> figures = cell.figures().stream().map(this::keep).toList();
    long[] number = new long[1];
    database.transaction(
        () -> {
          number[0] = row(cell);
          values(number[0], cell);
          cell.components().forEach(component -> component(number[0], component));
          cell.data().forEach(file -> data(number[0], file));
          figures.forEach(figure -> artifact(number[0], null, true, figure));
          cell.artifacts().forEach(artifact -> artifact(number[0], null, false, artifact));
          attach(run, place, number[0]);
        });
    return cell.numbered(number[0]);
  }

  void attach(String run, int place, long cell) {
    database.change("INSERT OR REPLACE INTO run_cells VALUES (?, ?, ?)", run, place, cell);
  }

  private long row(CellRecord cell) {
    return database.insert(
        "INSERT INTO cells (key, hash, condition, seed, megabytes, threads, outcome, started, wall,"
            + " cpu, message, spikes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        cell.key(),
        cell.hash(),
        cell.cell().condition(),
        cell.cell().seed(),
        cell.cell().megabytes(),
        cell.cell().threads(),
        cell.outcome().name(),
        cell.startedAt().toEpochMilli(),
        cell.wallSeconds(),
        cell.cpuSeconds(),
        cell.message(),
        cell.spikes());
  }

  private void values(long number, CellRecord cell) {
    cell.cell()
        .parameters()
        .forEach(
            (name, value) ->
                database.change(
                    "INSERT INTO parameters VALUES (?, ?, ?, ?)",
                    number,
                    name,
                    value,
                    asNumber(value)));
    cell.numbers()
        .forEach(
            (name, value) ->
                database.change(
                    "INSERT INTO numbers VALUES (?, ?, ?, ?)",
                    number,
                    name,
                    value.isNaN() ? null : value,
                    cell.units().getOrDefault(name, "")));
    cell.series()
        .forEach(
            (name, series) ->
                database.change(
                    "INSERT INTO series VALUES (?, ?, ?, ?)",
                    number,
                    name,
                    bytes(series.x()),
                    bytes(series.y())));
  }

  private static Double asNumber(String value) {
    try {
      double number = Double.parseDouble(value);
      return Double.isNaN(number) ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void component(long cell, ComponentVersion component) {
    database.change(
        "INSERT INTO components VALUES (?, ?, ?, ?, ?, ?)",
        cell,
        component.kind(),
        component.id(),
        component.version(),
        component.bundle(),
        component.content());
  }

  private void data(long cell, DataFile file) {
    database.change(
        "INSERT INTO data VALUES (?, ?, ?, ?, ?, ?, ?)",
        cell,
        file.dataset(),
        file.split(),
        file.parameters(),
        file.name(),
        file.bytes(),
        file.sha256());
  }

  /** Names a file; either the cell or the run is null. */
  void artifact(Long cell, String run, boolean figure, ArtifactRecord artifact) {
    database.change(
        "INSERT INTO artifacts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        cell,
        run,
        figure ? 1 : 0,
        artifact.file(),
        artifact.mediaType(),
        artifact.sha256(),
        artifact.bytes(),
        artifact.path());
  }

  /** Cells by a condition on the table {@code c}, with all that belongs to them. */
  List<CellRecord> where(String condition, Object... arguments) {
    List<CellRecord> cells = new ArrayList<>();
    database
        .all("SELECT c.* FROM cells c " + condition, CellRows::bare, arguments)
        .forEach(cell -> cells.add(complete(cell)));
    return cells;
  }

  private static CellRecord bare(ResultSet row) throws SQLException {
    Cell cell =
        new Cell(
            row.getString("condition"),
            row.getLong("seed"),
            Collections.emptySortedMap(),
            row.getInt("megabytes"),
            row.getInt("threads"));
    return new CellRecord(
        row.getLong("id"),
        cell,
        row.getString("key"),
        row.getString("hash"),
        Outcome.valueOf(row.getString("outcome")),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        row.getString("spikes"),
        Instant.ofEpochMilli(row.getLong("started")),
        row.getDouble("wall"),
        row.getDouble("cpu"),
        row.getString("message"));
  }

  private CellRecord complete(CellRecord bare) {
    long number = bare.number();
    Cell cell = bare.cell();
    SortedMap<String, String> parameters = new TreeMap<>();
    database.all(
        "SELECT name, value FROM parameters WHERE cell = ?",
        row -> parameters.put(row.getString(1), row.getString(2)),
        number);
    return new CellRecord(
        number,
        new Cell(cell.condition(), cell.seed(), parameters, cell.megabytes(), cell.threads()),
        bare.key(),
        bare.hash(),
        bare.outcome(),
        numbers(number),
        units(number),
        series(number),
        figures("cell", number),
        artifacts("cell", number, false),
        components(number),
        data(number),
        bare.spikes(),
        bare.startedAt(),
        bare.wallSeconds(),
        bare.cpuSeconds(),
        bare.message());
  }

  private SortedMap<String, Double> numbers(long cell) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    database.all(
        "SELECT name, value FROM numbers WHERE cell = ?",
        row -> numbers.put(row.getString("name"), Database.number(row, "value")),
        cell);
    return numbers;
  }

  private SortedMap<String, String> units(long cell) {
    SortedMap<String, String> units = new TreeMap<>();
    database.all(
        "SELECT name, unit FROM numbers WHERE cell = ? AND unit <> ''",
        row -> units.put(row.getString(1), row.getString(2)),
        cell);
    return units;
  }

  private SortedMap<String, Series> series(long cell) {
    SortedMap<String, Series> series = new TreeMap<>();
    database.all(
        "SELECT name, x, y FROM series WHERE cell = ?",
        row ->
            series.put(
                row.getString(1), new Series(doubles(row.getBytes(2)), doubles(row.getBytes(3)))),
        cell);
    return series;
  }

  private List<ComponentVersion> components(long cell) {
    return database.all(
        "SELECT kind, name, version, bundle, content FROM components WHERE cell = ? ORDER BY rowid",
        row ->
            new ComponentVersion(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        cell);
  }

  private List<DataFile> data(long cell) {
    return database.all(
        "SELECT dataset, split, parameters, name, bytes, sha256 FROM data WHERE cell = ?"
            + " ORDER BY rowid",
        row ->
            new DataFile(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6)),
        cell);
  }

  /** Figures of a cell or run: {@code owner} is the column's name. */
  List<Figure> figures(String owner, Object id) {
    return artifacts(owner, id, true).stream()
        .map(
            file -> {
              String text = new String(files.read(file), StandardCharsets.UTF_8);
              return RecordJson.<Figure>read(file.file(), text, Figure.class);
            })
        .toList();
  }

  private List<ArtifactRecord> artifacts(String owner, Object id, boolean figures) {
    return database.all(
        "SELECT file, media_type, sha256, bytes, path FROM artifacts WHERE "
            + owner
            + " = ? AND figure = ? ORDER BY rowid",
        row ->
            new ArtifactRecord(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5)),
        id,
        figures ? 1 : 0);
  }

  private static byte[] bytes(double[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  private static double[] doubles(byte[] bytes) {
    double[] values = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
    return values;
  }
}
