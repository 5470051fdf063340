package dev.glia.platform.store.sqlite;

import dev.glia.api.component.Fault;
import java.nio.file.Path;
import java.util.List;

/** The tables, and their version. */
final class Schema {
  /**
   * Bulk is elsewhere: figures and artifacts are files. Series are little-endian doubles. A number
   * that is NULL is NaN. A run whose outcome is RUNNING belongs to the process that is named in it.
   */
  private static final List<String> FIRST =
      List.of(
          """
          CREATE TABLE runs (
            id TEXT PRIMARY KEY,
            study TEXT NOT NULL,
            version TEXT NOT NULL,
            profile TEXT NOT NULL,
            seeds TEXT NOT NULL,
            pattern TEXT NOT NULL,
            target TEXT NOT NULL,
            outcome TEXT NOT NULL,
            title TEXT NOT NULL,
            year INTEGER NOT NULL,
            citation TEXT NOT NULL,
            summary TEXT NOT NULL,
            models TEXT NOT NULL,
            glia TEXT NOT NULL,
            commit_id TEXT NOT NULL,
            machine TEXT NOT NULL,
            started INTEGER NOT NULL,
            wall REAL NOT NULL,
            cpu REAL NOT NULL,
            rerun TEXT NOT NULL,
            owner TEXT NOT NULL)
          """,
          "CREATE INDEX runs_by_study ON runs (study, started)",
          """
          CREATE TABLE cells (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            hash TEXT NOT NULL,
            condition TEXT NOT NULL,
            seed INTEGER NOT NULL,
            megabytes INTEGER NOT NULL,
            threads INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            started INTEGER NOT NULL,
            wall REAL NOT NULL,
            cpu REAL NOT NULL,
            message TEXT NOT NULL)
          """,
          "CREATE INDEX cells_by_key ON cells (key)",
          """
          CREATE TABLE run_cells (
            run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
            place INTEGER NOT NULL,
            cell INTEGER NOT NULL REFERENCES cells ON DELETE CASCADE,
            PRIMARY KEY (run, place)) WITHOUT ROWID
          """,
          "CREATE INDEX run_cells_by_cell ON run_cells (cell)",
          """
          CREATE TABLE parameters (
            cell INTEGER NOT NULL REFERENCES cells ON DELETE CASCADE,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            number REAL,
            PRIMARY KEY (cell, name)) WITHOUT ROWID
          """,
          """
          CREATE TABLE numbers (
            cell INTEGER NOT NULL REFERENCES cells ON DELETE CASCADE,
            name TEXT NOT NULL,
            value REAL,
            PRIMARY KEY (cell, name)) WITHOUT ROWID
          """,
          "CREATE INDEX numbers_by_name ON numbers (name, value)",
          """
          CREATE TABLE series (
            cell INTEGER NOT NULL REFERENCES cells ON DELETE CASCADE,
            name TEXT NOT NULL,
            x BLOB NOT NULL,
            y BLOB NOT NULL,
            PRIMARY KEY (cell, name)) WITHOUT ROWID
          """,
          """
          CREATE TABLE components (
            cell INTEGER NOT NULL REFERENCES cells ON DELETE CASCADE,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            bundle TEXT NOT NULL,
            content TEXT NOT NULL)
          """,
          "CREATE INDEX components_by_cell ON components (cell)",
          """
          CREATE TABLE artifacts (
            cell INTEGER REFERENCES cells ON DELETE CASCADE,
            run TEXT REFERENCES runs ON DELETE CASCADE,
            figure INTEGER NOT NULL,
            file TEXT NOT NULL,
            media_type TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL)
          """,
          "CREATE INDEX artifacts_by_cell ON artifacts (cell)",
          "CREATE INDEX artifacts_by_run ON artifacts (run)",
          "CREATE INDEX artifacts_by_content ON artifacts (sha256)",
          """
          CREATE TABLE claims (
            run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE,
            place INTEGER NOT NULL,
            id TEXT NOT NULL,
            says TEXT NOT NULL,
            statement TEXT NOT NULL,
            verdict TEXT NOT NULL,
            measured REAL,
            spread REAL,
            bar REAL,
            published TEXT NOT NULL,
            sentence TEXT NOT NULL,
            PRIMARY KEY (run, place)) WITHOUT ROWID
          """);

  /** Experiments are runs of one cell; cells know their data, and who works on them. */
  private static final List<String> SECOND =
      List.of(
          "ALTER TABLE runs ADD COLUMN settings TEXT NOT NULL DEFAULT '[]'",
          "ALTER TABLE runs ADD COLUMN forced INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE runs ADD COLUMN directory TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE cells ADD COLUMN spikes TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE numbers ADD COLUMN unit TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE artifacts ADD COLUMN path TEXT NOT NULL DEFAULT ''",
          """
          CREATE TABLE data (
            cell INTEGER NOT NULL REFERENCES cells ON DELETE CASCADE,
            dataset TEXT NOT NULL,
            split TEXT NOT NULL,
            parameters TEXT NOT NULL,
            name TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            sha256 TEXT NOT NULL)
          """,
          "CREATE INDEX data_by_cell ON data (cell)",
          """
          CREATE TABLE digests (
            path TEXT PRIMARY KEY,
            bytes INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            sha256 TEXT NOT NULL) WITHOUT ROWID
          """,
          """
          CREATE TABLE work (
            key TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            renewed INTEGER NOT NULL) WITHOUT ROWID
          """);

  /** What brings a database from each version to the next. */
  private static final List<List<String>> STEPS = List.of(FIRST, SECOND);

  private Schema() {}

  /** Makes the tables if the database is new, and what has come since if it's older. */
  static void prepare(Database database, Path file) {
    if (version(database) == STEPS.size()) {
      return;
    }
    database.transaction(
        () -> {
          int found = version(database);
          if (found > STEPS.size()) {
            throw Fault.input(file + ": made by a newer Glia. Try that one, or another folder.");
          }
          for (List<String> step : STEPS.subList(found, STEPS.size())) {
            step.forEach(statement -> database.change(statement));
          }
          database.change("PRAGMA user_version = " + STEPS.size());
        });
  }

  private static int version(Database database) {
    return database.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
  }
}
