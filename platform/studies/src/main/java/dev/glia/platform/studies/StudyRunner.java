package dev.glia.platform.studies;

import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs studies: an OSGi service. Safe for any thread. A run keeps the calling thread, with a thread
 * for each cell below it.
 *
 * <p>Whoever is killed goes on by {@link #resume}, or by the same {@link #run}: cells that are done
 * aren't run again.
 */
@ProviderType
public interface StudyRunner {
  /** The studies that are installed, sorted by slug, with what the store knows of them. */
  List<StudyInfo> studies(RunStore store);

  /**
   * The cells that a request means, without running anything.
   *
   * @throws dev.glia.api.component.Fault MISSING if there's no such study, INPUT if its claims
   *     can't be read, or nothing matches the pattern
   */
  StudyPlan plan(StudyRequest request);

  /**
   * Runs a study.
   *
   * @return all of it, as the store has it now; see {@link StoredRun#exitCode()}. A cell that fails
   *     doesn't stop the others
   * @throws dev.glia.api.component.Fault as {@link #plan}, before anything is stored; EXTERNAL if
   *     the store fails
   */
  StoredRun run(StudyRequest request, StudyOptions options, RunStore store, StudyListener listener);

  /**
   * Goes on with a run that was cancelled, interrupted or failed: its finished cells are kept, the
   * others are run.
   *
   * @param run as the store names it
   * @throws dev.glia.api.component.Fault INPUT if it's complete or being worked on, or the study
   *     has another version now
   */
  StoredRun resume(String run, StudyOptions options, RunStore store, StudyListener listener);

  /** Runs everything that a run ran once more, whatever the store has: a new run. */
  StoredRun rerun(String run, StudyOptions options, RunStore store, StudyListener listener);
}
