package dev.glia.platform.studies;

import dev.glia.api.study.Cell;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told what happens while a study is run, and asked whether it should stop. Called on the thread
 * that runs the study, one call at a time: must return soon.
 */
@ConsumerType
public interface StudyListener {
  /** Hears nothing and never cancels. */
  StudyListener SILENT = new StudyListener() {};

  /** The run begins or goes on. */
  default void started(String run, StudyPlan plan) {}

  default void cellStarted(Cell cell) {}

  /** At most about five times a second and cell. */
  default void cellProgress(CellProgress progress) {}

  /**
   * A cell is done, or has failed.
   *
   * @param cached whether it was taken from the store
   */
  default void cellFinished(CellRecord cell, boolean cached) {}

  /** A claim's verdict is known: once as its cells are done, and at the end for all others. */
  default void claim(ClaimResult claim) {}

  /** A sentence that a person should see. */
  default void message(String text) {}

  /** True to stop; cells that aren't done are dropped, the others are kept. */
  default boolean isCancelled() {
    return false;
  }

  /**
   * How far a cell is.
   *
   * @param total -1 if unknown
   * @param unit what is counted: {@code presentations}
   * @param rate units a second, lately
   * @param secondsLeft of what is counted now; NaN if unknown
   */
  record CellProgress(
      Cell cell, long done, long total, String unit, double rate, double secondsLeft) {}
}
