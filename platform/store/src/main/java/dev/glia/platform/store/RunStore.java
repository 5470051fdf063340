package dev.glia.platform.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A store of runs. Safe for any thread; changes are whole or not there, whenever a process dies.
 *
 * <p>Runs are named by id, by a beginning of it that no other run has, or by {@code latest}.
 * Methods throw Faults: INPUT if a run isn't there, EXTERNAL if the disk or database fails.
 */
@ProviderType
public interface RunStore extends AutoCloseable {
  /** Name of the run that was begun last. */
  String LATEST = "latest";

  /** Where it lies. */
  Path directory();

  /** A directory for scratch files of a process; the caller deletes it, or {@link #gc} later. */
  Path scratch();

  /**
   * Begins a run.
   *
   * @param run its cells, claims and figures are left out; it gets an id if it has none
   * @return its id, {@code symmetric-stdp-20260131-120000-1f2e}
   */
  String begin(StoredRun run);

  /** Whether there's a run with exactly this id. */
  boolean has(String run);

  /** Goes on with a run that didn't complete: it's this process's now. */
  void reopen(String run);

  /**
   * SHA-256 of a file's content, in hexadecimal digits; read only if its path, size or time of
   * change is new to the store.
   *
   * @return empty if there's no such file
   */
  Optional<String> digest(Path file);

  /** Keeps content; the same content is kept once. It's unreferenced until a cell names it. */
  ArtifactRecord keep(String file, String mediaType, byte[] content);

  /**
   * Adds a finished cell to a run, instead of what is at its place.
   *
   * @param place of the cell in the plan, from 0
   * @return the cell with its number in this store
   */
  CellRecord add(String run, int place, CellRecord cell);

  /** Adds a cell that the store has already to a run, instead of what is at its place. */
  void attach(String run, int place, CellRecord cell);

  /**
   * The newest complete cell with a key that passes.
   *
   * @param key as {@link CellRecord#key()}
   */
  Optional<CellRecord> find(String key, Predicate<CellRecord> fits);

  /**
   * Claims a cell before it's run, so that no other run of the store runs it at the same time. A
   * claim lasts until it's given up or the store is closed, or its process is gone.
   *
   * @param key as {@link CellRecord#key()}
   * @return false if another run has claimed it
   */
  boolean claim(String key);

  /**
   * Says that this store's claims are still meant: wanted once a minute, as processes on other
   * machines can't be looked at. After ten minutes without it their claims count as given up.
   */
  void renewClaims();

  /** Gives a claim up. */
  void release(String key);

  /** Replaces outcome, times, claims, figures, models and directory of a run. */
  void finish(StoredRun run);

  /**
   * Runs, without their cells.
   *
   * @throws dev.glia.api.component.Fault INPUT if the query can't be read, with the place
   */
  List<RunSummary> list(RunQuery query);

  /** Everything about a run. */
  StoredRun show(String run);

  /**
   * The content of an artifact, checked against its checksum.
   *
   * @throws dev.glia.api.component.Fault EXTERNAL if it's gone or was changed
   */
  byte[] read(ArtifactRecord artifact);

  /** What differs between runs; two at least. */
  Comparison compare(List<String> runs);

  /**
   * Writes a run for other tools: {@code run.json}, {@code cells.csv}, {@code claims.csv}, a NumPy
   * file for each series, figures as JSON, and the artifacts.
   *
   * @param to a directory that isn't there yet, or is empty
   */
  void export(String run, Path to);

  /**
   * Deletes what nobody needs: artifacts that no cell names, scratch of dead processes, and cells
   * that failed, as well as runs that never completed, before a time.
   *
   * @param olderThan since when failed cells and incomplete runs must have been there
   * @param dryRun says what would be deleted, deletes nothing
   */
  GcReport gc(Duration olderThan, boolean dryRun);

  @Override
  void close();
}
