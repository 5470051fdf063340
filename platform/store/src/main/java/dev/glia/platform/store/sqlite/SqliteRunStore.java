package dev.glia.platform.store.sqlite;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Comparison;
import dev.glia.platform.store.GcReport;
import dev.glia.platform.store.RunQuery;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.files.ArtifactFiles;
import dev.glia.platform.store.files.RunExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A store in a SQLite database and a directory of artifacts. */
final class SqliteRunStore implements RunStore {
  private static final Map<String, String> SORTS =
      Map.of("started", "started", "wall", "wall", "cpu", "cpu", "name", "study");

  private final Path directory;
  private final Database database;
  private final ArtifactFiles files;
  private final CellRows cells;
  private final RunRows runs;
  private final Claims claims;
  private final Digests digests;

  SqliteRunStore(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, directory + " can't be made: " + e.getMessage(), e);
    }
    Path file = directory.resolve("runs.db");
    database = new Database(file);
    try {
      Schema.prepare(database, file);
      files = new ArtifactFiles(directory.resolve("artifacts"));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    cells = new CellRows(database, files);
    runs = new RunRows(database, cells);
    claims = new Claims(database);
    digests = new Digests(database);
  }

  @Override
  public Path directory() {
    return directory;
  }

  private Path allScratch() {
    return directory.resolve("scratch");
  }

  @Override
  public Path scratch() {
    Path scratch = allScratch().resolve(Owner.SELF);
    try {
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, scratch + " can't be made: " + e.getMessage(), e);
    }
  }

  @Override
  public String begin(StoredRun run) {
    return runs.begin(run);
  }

  @Override
  public boolean has(String run) {
    return runs.has(run);
  }

  @Override
  public void reopen(String run) {
    runs.reopen(runs.resolve(run));
  }

  @Override
  public Optional<String> digest(Path file) {
    return digests.of(file);
  }

  @Override
  public ArtifactRecord keep(String file, String mediaType, byte[] content) {
    return files.write(file, mediaType, content);
  }

  @Override
  public CellRecord add(String run, int place, CellRecord cell) {
    return cells.add(run, place, cell);
  }

  @Override
  public void attach(String run, int place, CellRecord cell) {
    cells.attach(run, place, cell.number());
  }

  @Override
  public Optional<CellRecord> find(String key, Predicate<CellRecord> fits) {
    return cells
        .where("WHERE c.key = ? AND c.outcome = 'COMPLETED' ORDER BY c.id DESC", key)
        .stream()
        .filter(fits)
        .findFirst();
  }

  @Override
  public boolean claim(String key) {
    return claims.take(key);
  }

  @Override
  public void renewClaims() {
    claims.renew();
  }

  @Override
  public void release(String key) {
    claims.release(key);
  }

  @Override
  public void finish(StoredRun run) {
    runs.finish(run);
  }

  @Override
  public List<RunSummary> list(RunQuery query) {
    StringBuilder condition = new StringBuilder("WHERE 1 = 1");
    List<Object> arguments = new ArrayList<>();
    if (!query.study().isEmpty()) {
      condition.append(" AND study = ? AND profile <> ''");
      arguments.add(query.study());
    }
    if (!query.where().isBlank()) {
      Where where = Where.read(query.where());
      where.names().forEach(name -> refuseUnknown("--where", name));
      condition.append(
          " AND EXISTS (SELECT 1 FROM run_cells rc JOIN cells c ON c.id = rc.cell"
              + " WHERE rc.run = runs.id AND "
              + where.sql()
              + ")");
      arguments.addAll(where.arguments());
    }
    String order = order(query, arguments);
    arguments.add(query.limit());
    arguments.add(query.offset());
    return runs.summaries(condition.toString(), order, arguments.toArray());
  }

  private String order(RunQuery query, List<Object> arguments) {
    String sort = query.sort().isEmpty() ? "started" : query.sort();
    String column = SORTS.get(sort);
    if (column == null) {
      refuseUnknown("--sort", sort);
      column =
          "(SELECT MAX(n.value) FROM numbers n JOIN run_cells rc ON rc.cell = n.cell"
              + " WHERE rc.run = runs.id AND n.name = ?)";
      arguments.add(sort);
    }
    String direction = query.descending() ? " DESC" : " ASC";
    return "ORDER BY " + column + direction + ", rowid" + direction + " LIMIT ? OFFSET ?";
  }

  private void refuseUnknown(String option, String name) {
    List<String> known =
        database.all(
            "SELECT DISTINCT name FROM numbers UNION SELECT name FROM parameters ORDER BY 1",
            row -> row.getString(1));
    if (!known.contains(name)) {
      throw Fault.input(
          option
              + ": no cell has a number or parameter '"
              + name
              + "'; "
              + Spelling.advice(name, known));
    }
  }

  @Override
  public StoredRun show(String run) {
    return runs.show(runs.resolve(run));
  }

  @Override
  public byte[] read(ArtifactRecord artifact) {
    return files.read(artifact);
  }

  @Override
  public Comparison compare(List<String> names) {
    if (names.size() < 2) {
      throw Fault.input("two runs at least are wanted. Try glia runs to see which there are.");
    }
    return RunComparison.of(names.stream().map(this::show).toList());
  }

  @Override
  public void export(String run, Path to) {
    RunExport.write(show(run), files::read, to);
  }

  @Override
  public GcReport gc(Duration olderThan, boolean dryRun) {
    return new Cleaning(database, runs, files, dryRun).clean(allScratch(), olderThan);
  }

  @Override
  public void close() {
    try {
      claims.releaseAll();
    } finally {
      database.close();
    }
  }
}
