package dev.glia.platform.store.sqlite;

import com.google.gson.reflect.TypeToken;
import dev.glia.api.component.Fault;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.ModelDescription;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Surroundings;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.store.files.RecordJson;
import java.lang.reflect.Type;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs in the database. Safe for any thread. */
final class RunRows {
  private static final Type MODELS = new TypeToken<List<ModelDescription>>() {}.getType();
  private static final Type SETTINGS = new TypeToken<List<String>>() {}.getType();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final CellRows cells;

  RunRows(Database database, CellRows cells) {
    this.database = database;
    this.cells = cells;
  }

  String begin(StoredRun run) {
    String id = run.run().isEmpty() ? freshId(run) : run.run();
    RunSpec spec = run.spec();
    database.change(
        "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?)",
        id,
        spec.name(),
        spec.version(),
        spec.profile().map(Profile::symbol).orElse(""),
        spec.seeds().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        spec.pattern(),
        spec.target(),
        Outcome.RUNNING.name(),
        run.title(),
        run.year(),
        run.citation(),
        run.summary(),
        RecordJson.text(run.models()),
        run.where().gliaVersion(),
        run.where().gitCommit(),
        run.where().machine(),
        run.startedAt().toEpochMilli(),
        run.wallSeconds(),
        run.cpuSeconds(),
        run.rerunLine(),
        Owner.SELF,
        RecordJson.text(spec.settings()),
        spec.forced() ? 1 : 0,
        run.directory());
    return id;
  }

  private static String freshId(StoredRun run) {
    return run.spec().name()
        + "-"
        + TIME.format(run.startedAt().atZone(ZoneId.systemDefault()))
        + "-"
        + HexFormat.of().toHexDigits((short) RANDOM.nextInt());
  }

  boolean has(String id) {
    return database.first("SELECT 1 FROM runs WHERE id = ?", row -> true, id).isPresent();
  }

  void reopen(String id) {
    database.transaction(
        () -> {
          RunSummary run = summaries("WHERE id = ?", "", id).getFirst();
          if (run.outcome() == Outcome.COMPLETED) {
            throw Fault.input(id + " is complete. Try glia rerun " + id + ".");
          }
          if (run.outcome() == Outcome.RUNNING) {
            throw Fault.input(id + " is being worked on by another process.");
          }
          database.change(
              "UPDATE runs SET outcome = ?, owner = ? WHERE id = ?",
              Outcome.RUNNING.name(),
              Owner.SELF,
              id);
        });
  }

  void finish(StoredRun run) {
    List<ArtifactRecord> figures = run.figures().stream().map(cells::keep).toList();
    String id = run.run();
    database.transaction(
        () -> {
          database.change(
              "UPDATE runs SET outcome = ?, models = ?, wall = ?, cpu = ?, directory = ?"
                  + " WHERE id = ?",
              run.outcome().name(),
              RecordJson.text(run.models()),
              run.wallSeconds(),
              run.cpuSeconds(),
              run.directory(),
              id);
          database.change("DELETE FROM artifacts WHERE run = ?", id);
          figures.forEach(figure -> cells.artifact(null, id, true, figure));
          database.change("DELETE FROM claims WHERE run = ?", id);
          for (int i = 0; i < run.claims().size(); i++) {
            claim(id, i, run.claims().get(i));
          }
        });
  }

  private void claim(String run, int place, ClaimResult claim) {
    database.change(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run,
        place,
        claim.id(),
        claim.says(),
        claim.statement(),
        claim.verdict().name(),
        claim.measured(),
        claim.spread(),
        claim.bar(),
        claim.published(),
        claim.sentence());
  }

  /** The id that a name means. */
  String resolve(String name) {
    List<String> found =
        name.equals(RunStore.LATEST)
            ? database.all(
                "SELECT id FROM runs ORDER BY started DESC, rowid DESC LIMIT 1",
                row -> row.getString(1))
            : database.all(
                "SELECT id FROM runs WHERE substr(id, 1, ?) = ? ORDER BY id = ? DESC LIMIT 3",
                row -> row.getString(1),
                name.length(),
                name,
                name);
    if (found.isEmpty() || name.isEmpty()) {
      throw Fault.input("there's no run '" + name + "'. Try glia runs to see which there are.");
    }
    if (found.size() > 1 && !found.getFirst().equals(name)) {
      throw Fault.input("'" + name + "' may be " + String.join(", ", found) + ". Try more of it.");
    }
    return found.getFirst();
  }

  StoredRun show(String id) {
    return database
        .first("SELECT * FROM runs WHERE id = ?", this::record, id)
        .orElseThrow(() -> Fault.input("there's no run '" + id + "' any more."));
  }

  private StoredRun record(ResultSet row) throws SQLException {
    String id = row.getString("id");
    RunSpec spec =
        new RunSpec(
            row.getString("study"),
            row.getString("version"),
            profile(row),
            seeds(row),
            row.getString("pattern"),
            row.getString("target"),
            RecordJson.read(id + ": settings", row.getString("settings"), SETTINGS),
            row.getBoolean("forced"));
    return new StoredRun(
        id,
        spec,
        outcome(row),
        row.getString("title"),
        row.getInt("year"),
        row.getString("citation"),
        row.getString("summary"),
        cells.where("JOIN run_cells rc ON rc.cell = c.id WHERE rc.run = ? ORDER BY rc.place", id),
        claims(id),
        cells.figures("run", id),
        RecordJson.read(id + ": models", row.getString("models"), MODELS),
        new Surroundings(
            row.getString("glia"), row.getString("commit_id"), row.getString("machine")),
        Instant.ofEpochMilli(row.getLong("started")),
        row.getDouble("wall"),
        row.getDouble("cpu"),
        row.getString("rerun"),
        row.getString("directory"));
  }

  /** Runs in brief: {@code condition} is on the table {@code runs}. */
  List<RunSummary> summaries(String condition, String order, Object... arguments) {
    return database.all(
        "SELECT runs.*, (SELECT COUNT(*) FROM run_cells rc WHERE rc.run = runs.id) AS cells"
            + " FROM runs "
            + condition
            + " "
            + order,
        row ->
            new RunSummary(
                row.getString("id"),
                row.getString("study"),
                profile(row),
                seeds(row),
                outcome(row),
                Instant.ofEpochMilli(row.getLong("started")),
                row.getDouble("wall"),
                row.getDouble("cpu"),
                row.getInt("cells"),
                verdicts(row.getString("id")),
                row.getString("directory")),
        arguments);
  }

  private Map<Verdict, Integer> verdicts(String run) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    database.all(
        "SELECT verdict, COUNT(*) FROM claims WHERE run = ? GROUP BY verdict",
        row -> counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2)),
        run);
    return counts;
  }

  private List<ClaimResult> claims(String run) {
    return database.all(
        "SELECT * FROM claims WHERE run = ? ORDER BY place",
        row ->
            new ClaimResult(
                row.getString("id"),
                row.getString("says"),
                row.getString("statement"),
                Verdict.valueOf(row.getString("verdict")),
                Database.number(row, "measured"),
                Database.number(row, "spread"),
                Database.number(row, "bar"),
                row.getString("published"),
                row.getString("sentence")),
        run);
  }

  private static Optional<Profile> profile(ResultSet row) throws SQLException {
    String symbol = row.getString("profile");
    return Arrays.stream(Profile.values()).filter(p -> p.symbol().equals(symbol)).findFirst();
  }

  private static List<Long> seeds(ResultSet row) throws SQLException {
    return Arrays.stream(row.getString("seeds").split(" ")).map(Long::valueOf).toList();
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
    boolean dead = outcome == Outcome.RUNNING && !Owner.isAlive(row.getString("owner"));
    return dead ? Outcome.INTERRUPTED : outcome;
  }
}
