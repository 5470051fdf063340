package dev.glia.platform.store.sqlite;

import dev.glia.api.component.Fault;
import dev.glia.platform.store.GcReport;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.files.ArtifactFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes what nobody needs, or says what that is. One thread. */
final class Cleaning {
  /** Content younger than this may be about to be named by a cell. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final Database database;
  private final RunRows runs;
  private final ArtifactFiles files;
  private final boolean dryRun;
  private final List<String> items = new ArrayList<>();
  private long bytes;

  Cleaning(Database database, RunRows runs, ArtifactFiles files, boolean dryRun) {
    this.database = database;
    this.runs = runs;
    this.files = files;
    this.dryRun = dryRun;
  }

  GcReport clean(Path scratch, Duration olderThan) {
    Instant limit = Instant.now().minus(olderThan);
    Set<String> goneRuns = incompleteRuns(limit);
    Set<Long> goneCells = failedCells(limit);
    Set<String> named = new HashSet<>();
    database.all(
        "SELECT sha256, cell, run FROM artifacts",
        row -> {
          boolean gone =
              row.getString(3) == null
                  ? goneCells.contains(row.getLong(2))
                  : goneRuns.contains(row.getString(3));
          return gone ? false : named.add(row.getString(1));
        });
    for (Path file : files.all()) {
      artifact(file, named);
    }
    scratch(scratch);
    return new GcReport(items, bytes);
  }

  private Set<String> incompleteRuns(Instant limit) {
    Set<String> gone = new HashSet<>();
    for (RunSummary run :
        runs.summaries("WHERE outcome <> 'COMPLETED' AND started < ?", "", limit.toEpochMilli())) {
      if (run.outcome() != Outcome.RUNNING) {
        items.add("run " + run.run() + ", " + run.outcome().symbol());
        gone.add(run.run());
        if (!dryRun) {
          database.change("DELETE FROM runs WHERE id = ?", run.run());
        }
      }
    }
    return gone;
  }

  private Set<Long> failedCells(Instant limit) {
    Set<Long> gone = new HashSet<>();
    database.all(
        "SELECT id, condition, seed, message FROM cells"
            + " WHERE outcome <> 'COMPLETED' AND started < ?",
        row -> {
          items.add("cell " + row.getString(2) + " seed " + row.getLong(3) + ", failed");
          return gone.add(row.getLong(1));
        },
        limit.toEpochMilli());
    if (!dryRun) {
      gone.forEach(cell -> database.change("DELETE FROM cells WHERE id = ?", cell));
    }
    return gone;
  }

  private void artifact(Path file, Set<String> named) {
    try {
      boolean old =
          Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(GRACE));
      String name = file.getFileName().toString();
      if (old && !named.contains(name)) {
        bytes += Files.size(file);
        items.add("artifact " + name);
        if (!dryRun) {
          Files.delete(file);
        }
      }
    } catch (NoSuchFileException e) {
      // Another process was faster.
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + " can't be deleted: " + e.getMessage(), e);
    }
  }

  /** Directories are named after their owners. */
  private void scratch(Path scratch) {
    if (!Files.isDirectory(scratch)) {
      return;
    }
    try (Stream<Path> owners = Files.list(scratch)) {
      for (Path each : owners.toList()) {
        if (!Owner.isAlive(each.getFileName().toString())) {
          items.add("scratch " + each.getFileName());
          delete(each);
        }
      }
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, scratch + " can't be cleaned: " + e.getMessage(), e);
    }
  }

  private void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
        if (!dryRun) {
          Files.delete(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
