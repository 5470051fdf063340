package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataPlace;
import dev.glia.api.device.BlowUpException;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.Problem;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.runner.building.Leases;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.Resolver;
import dev.glia.platform.runner.building.TaskPlan;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.Checkpoint;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.NetworkState;
import dev.glia.v1.Place;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run, or what is left of it, from deployment to results. One thread. */
final class Session {
  private final Devices devices;
  private final RunOptions options;
  private final RunListener listener;
  private final LiveSessions live;
  private final Control control;
  private final Clockwork clockwork = new Clockwork();

  Session(Devices devices, RunOptions options, RunListener listener, LiveSessions live) {
    this.devices = devices;
    this.options = options;
    this.listener = listener;
    this.live = live;
    this.control = new Control(listener);
  }

  /**
   * Runs. Whatever can be wrong with the input is found before the directory is made.
   *
   * @param spec the experiment, with what interventions have made of it so far
   * @param resolution its components
   * @param leases of the components
   * @param threads for the driver; 0 lets it choose
   */
  RunResult run(
      Start start, ExperimentSpec spec, Resolution resolution, Leases leases, int threads) {
    resolution.notes().forEach(listener::message);
    resolution.fit().notes().forEach(n -> listener.message(n.where() + ": " + n.what()));
    try (TaskData data = openData(resolution)) {
      Placement placement = placement(spec, resolution, leases, threads);
      Optional<Placement> shadow = Optional.empty();
      Start.Opened opened;
      try {
        shadow = shadow(start.experiment(), spec, leases);
        opened = start.open();
      } catch (RuntimeException | Error e) {
        shadow.ifPresent(Placement::close);
        placement.close();
        throw e;
      }
      placement.device().lease().name("run " + opened.directory().id());
      try (RunDirectory directory = opened.directory()) {
        return run(start.experiment(), directory, placement, shadow, data, opened.keeper());
      } finally {
        shadow.ifPresent(Placement::close);
      }
    }
  }

  private Placement placement(
      ExperimentSpec spec, Resolution resolution, Leases leases, int threads) {
    LeasedDevice device = devices.take(resolution, spec.getName(), new Queueing(listener));
    try {
      return Placement.on(device, spec, leases, resolution, threads);
    } catch (RuntimeException | Error e) {
      device.close();
      throw e;
    }
  }

  /** The same network on another device, if the experiment wants it. */
  private Optional<Placement> shadow(
      ExperimentSpec experiment, ExperimentSpec spec, Leases leases) {
    if (!experiment.hasShadow()) {
      return Optional.empty();
    }
    Leases others = leases.beside();
    try {
      ExperimentSpec same = spec.toBuilder().setTarget(experiment.getShadow()).build();
      Resolution resolution = new Resolver(same, others).resolve();
      return Optional.of(placement(same, resolution, others, 0));
    } catch (RuntimeException | Error e) {
      others.close();
      throw e;
    }
  }

  /** Null in experiments without a task; try-with-resources takes that. */
  private TaskData openData(Resolution resolution) {
    if (resolution.task().isEmpty()) {
      return null;
    }
    DataPlace place =
        new DataPlace(
            options.dataDirectory(),
            options.cache(),
            !options.offline(),
            (what, done, total) -> control.progress(what, done, total, "bytes", Map::of));
    TaskPlan task = resolution.task().get();
    TaskData data = TaskData.open(task, resolution.network(), place);
    data.splits()
        .forEach(split -> listener.opened(task.dataset(), split, task.datasetParameters()));
    data.origins().forEach(listener::message);
    return data;
  }

  private RunResult run(
      ExperimentSpec experiment,
      RunDirectory directory,
      Placement placement,
      Optional<Placement> shadow,
      TaskData data,
      RunRecordKeeper keeper) {
    RunLog log = new RunLog(directory.path());
    Interventions interventions = new Interventions(experiment, directory);
    try (Journey journey =
        new Journey(
            placement,
            shadow.map(
                each -> new Journey.Beside(each, new Divergence(each.resolution().network()))),
            devices,
            directory,
            keeper.experimentHash(),
            data,
            options,
            interventions,
            control,
            clockwork,
            log,
            (course, from) -> go(course, from, experiment, directory, interventions, log))) {
      Checkpoint from = CheckpointFile.read(directory, keeper.experimentHash());
      interventions.goBack(from.getTimeline());
      clockwork.restore(Checkpoints.times(from));
      if (from.hasState()) {
        restore(placement.deployment(), from.getState(), directory);
        shadow.ifPresent(each -> restore(each.deployment(), from.getState(), directory));
      }
      listener.started(directory.id(), directory.path());
      String how = from.hasState() ? "resumed at tick " : "began at tick ";
      log.add(how + placement.deployment().now());
      live.enter(directory.id(), interventions);
      Optional<Long> ticks = journey.run(from);
      interventions.end();
      keeper.use(journey.components());
      return ticks.isEmpty()
          ? cancelled(directory, log, keeper, interventions)
          : new Completion(journey, directory, interventions.timeline(), listener, control, log)
              .finish(ticks.get(), keeper, clockwork);
    } catch (DeviceLostException e) {
      throw lost(e, directory, log);
    } finally {
      interventions.end();
      live.leave(directory.id());
    }
  }

  /** Goes a course; a run that the experiment itself made impossible leaves nothing behind. */
  private Course.Ending go(
      Course course,
      Checkpoint from,
      ExperimentSpec experiment,
      RunDirectory directory,
      Interventions interventions,
      RunLog log)
      throws DeviceLostException {
    try {
      return course.run(from);
    } catch (AbandonedException e) {
      return new Course.Ending.Stopped();
    } catch (BlowUpException e) {
      if (interventions.isUntouched()) {
        directory.delete();
      }
      throw blownUp(e, experiment);
    } catch (Fault fault) {
      if (fault.kind() == Fault.Kind.INPUT && interventions.isUntouched()) {
        directory.delete();
      }
      throw fault;
    } catch (RuntimeException e) {
      log.add("stopped by " + e);
      throw new Fault(
          Fault.Kind.INTERNAL,
          "the run stopped because of a mistake in Glia or a plugin: "
              + e
              + ". "
              + howToResume(directory),
          e);
    }
  }

  private static Fault lost(DeviceLostException e, RunDirectory directory, RunLog log) {
    log.add("device lost: " + e.getMessage());
    return new Fault(
        Fault.Kind.EXTERNAL, e.getMessage() + ". The run is kept. " + howToResume(directory), e);
  }

  private static void restore(Deployment deployment, NetworkState state, RunDirectory directory) {
    try {
      deployment.restore(state);
    } catch (IllegalArgumentException e) {
      throw new Fault(
          Fault.Kind.INPUT,
          directory.path()
              + ": the checkpoint doesn't fit: "
              + e.getMessage()
              + ". Try running the experiment anew.",
          e);
    } catch (DeviceLostException e) {
      throw new Fault(Fault.Kind.EXTERNAL, e.getMessage(), e);
    }
  }

  private RunResult cancelled(
      RunDirectory directory, RunLog log, RunRecordKeeper keeper, Interventions interventions) {
    log.add("cancelled");
    listener.message("Stopped. " + howToResume(directory));
    RunRecord record =
        keeper
            .end(RunOutcome.RUN_OUTCOME_CANCELLED, clockwork)
            .addAllTimeline(interventions.timeline().getEntriesList())
            .build();
    keeper.write(directory, record);
    return new RunResult(record, directory.path(), List.of());
  }

  private static String howToResume(RunDirectory directory) {
    return "Go on with: glia run --resume " + directory.path();
  }

  private static Fault blownUp(BlowUpException e, ExperimentSpec experiment) {
    Optional<PopulationSpec> population =
        experiment.getNetwork().getPopulationsList().stream()
            .filter(each -> each.getName().equals(e.population()))
            .findFirst();
    Place place = population.map(PopulationSpec::getPlace).orElse(Place.getDefaultInstance());
    String message = e.getMessage() + ". Try a smaller dt, or other parameters.";
    return new InvalidExperiment(List.of(new Problem(place, e.population(), message)));
  }
}
