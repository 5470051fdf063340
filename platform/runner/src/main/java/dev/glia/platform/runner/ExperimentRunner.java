package dev.glia.platform.runner;

import dev.glia.api.network.Network;
import dev.glia.v1.RunTimeline;
import java.nio.file.Path;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Checks and runs experiments: an OSGi service.
 *
 * <p>Threading: any thread; several runs may go on at once. A run stays on the calling thread, with
 * the driver's threads below it. Components are leased when a check or run starts and given back
 * when it ends, however it ends.
 */
@ProviderType
public interface ExperimentRunner {
  /**
   * Resolves and validates everything without running, writing or fetching anything. Whether the
   * target can take the network is in the plan.
   *
   * @throws InvalidExperiment with all problems, if there are any
   * @throws dev.glia.api.component.Fault MISSING if a component isn't installed
   */
  Plan check(Experiment experiment);

  /**
   * Runs an experiment to its end, or until the listener or an interrupt cancels it.
   *
   * <p>The run's directory is called {@code <id>.partial} until it is complete. Nothing is created
   * when the experiment is wrong.
   *
   * @return what became of it; a cancelled run has a checkpoint that {@link #resume} takes
   * @throws InvalidExperiment with all problems of the experiment
   * @throws dev.glia.api.component.Fault INPUT if the model blows up, MISSING if a component or
   *     device isn't there, EXTERNAL if a device or disk fails; the message says how to go on
   */
  RunResult run(Experiment experiment, RunOptions options, RunListener listener);

  /**
   * Runs an experiment and changes it on the way as another run was changed: by what others asked
   * for there. What the experiment itself schedules happens in any case.
   *
   * @param timeline interventions at ticks of the record, ascending
   */
  RunResult repeat(
      Experiment experiment, RunTimeline timeline, RunOptions options, RunListener listener);

  /**
   * Loads an experiment's network on its target, for a program that drives it itself: its task,
   * analyses and timed inputs are left out, its probes and drives are there.
   *
   * @param threads for the driver; 0 lets it choose
   * @throws InvalidExperiment with all problems of the experiment
   * @throws dev.glia.api.component.Fault MISSING if a component or device isn't there, EXTERNAL if
   *     the device refuses
   */
  LoadedNetwork load(Experiment experiment, int threads);

  /**
   * Resolves an experiment and shows its network to a program; nothing is deployed.
   *
   * @param program gets the network, which is good during the call only
   * @return what the program returns
   * @throws InvalidExperiment with all problems of the experiment
   * @throws dev.glia.api.component.Fault MISSING if a component isn't there
   */
  <T> T examine(Experiment experiment, Function<Network, T> program);

  /**
   * Goes on with a run that was cancelled or killed; its results are those of an uninterrupted run.
   *
   * @param directory of the run, {@code …/<id>.partial}
   * @param options as for a new run, except that the output root is that of the directory
   * @throws dev.glia.api.component.Fault INPUT if there's nothing to resume, or the checkpoint is
   *     damaged or was made by another experiment
   */
  RunResult resume(Path directory, RunOptions options, RunListener listener);
}
