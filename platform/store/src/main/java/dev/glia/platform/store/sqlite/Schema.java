package dev.glia.platform.store.sqlite;

import dev.glia.api.component.Fault;
import java.nio.file.Path;
import java.util.List;

/** The tables, and their version. */
final class Schema {
  private static final int VERSION = 1;

  /**
   * Bulk is elsewhere: figures and artifacts are files. Series are little-endian doubles. A number
   * that is NULL is NaN. A run whose outcome is RUNNING belongs to the process that is named in it.
   */
  private static final List<String> TABLES =
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

  private Schema() {}

  /** Makes the tables if the database is new. */
  static void prepare(Database database, Path file) {
    if (version(database) == VERSION) {
      return;
    }
    database.transaction(
        () -> {
          int found = version(database);
          if (found > VERSION) {
            throw Fault.input(file + ": made by a newer Glia. Try that one, or another folder.");
          }
          if (found == 0) {
            TABLES.forEach(table -> database.change(table));
            database.change("PRAGMA user_version = " + VERSION);
          }
        });
  }

  private static int version(Database database) {
    return database.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
  }
}
