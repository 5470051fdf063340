package dev.glia.platform.studies;

import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.store.RunStore;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs experiments and keeps them in a run store, each as a run of one cell: an OSGi service. Safe
 * for any thread; a run keeps the calling thread.
 *
 * <p>The store has what is needed to run an experiment again, its numbers and figures, and the
 * checksums of its other files, which stay in the run's directory. A run is in the store from its
 * first tick on, under the id of its directory. Faults are those of the experiment runner and of
 * the store.
 */
@ProviderType
public interface ExperimentRuns {
  RunResult run(Experiment experiment, RunOptions options, RunStore store, RunListener listener);

  /**
   * Goes on with a run that was cancelled or killed.
   *
   * @param directory of the run; a store that doesn't know the run yet takes it
   */
  RunResult resume(Path directory, RunOptions options, RunStore store, RunListener listener);

  /**
   * Runs exactly what a run ran once more: a new run.
   *
   * @param run as the store names it, an experiment's
   * @throws dev.glia.api.component.Fault INPUT if it's a study's
   */
  RunResult rerun(String run, RunOptions options, RunStore store, RunListener listener);
}
