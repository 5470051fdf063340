package dev.glia.platform.runner.running;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import dev.glia.api.data.DataPlace;
import dev.glia.api.device.BlowUpException;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.Problem;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.TaskPlan;
import dev.glia.platform.runner.building.WeightProbe;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.Findings;
import dev.glia.platform.runner.results.Gatherer;
import dev.glia.platform.runner.results.Harvest;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.Checkpoint;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.NetworkState;
import dev.glia.v1.Place;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run, or what is left of it, from deployment to results. One thread. */
final class Session {
  private final ExperimentSpec spec;
  private final Resolution resolution;
  private final Devices devices;
  private final RunOptions options;
  private final RunListener listener;
  private final Control control;
  private final Clockwork clockwork = new Clockwork();

  Session(
      ExperimentSpec spec,
      Resolution resolution,
      Devices devices,
      RunOptions options,
      RunListener listener) {
    this.spec = spec;
    this.resolution = resolution;
    this.devices = devices;
    this.options = options;
    this.listener = listener;
    this.control = new Control(listener);
  }

  /** Runs. Whatever can be wrong with the input is found before the directory is made. */
  RunResult run(Start start) {
    resolution.notes().forEach(listener::message);
    resolution.fit().notes().forEach(n -> listener.message(n.where() + ": " + n.what()));
    try (TaskData data = openData()) {
      try (LeasedDevice device = devices.take(resolution, spec.getName(), new Queueing(listener));
          Deployment deployment = device.deploy(resolution, options.threads())) {
        Start.Opened opened = start.open();
        try (RunDirectory directory = opened.directory()) {
          device.lease().name("run " + directory.id());
          Spares spares = new Spares(resolution, device.device());
          return run(directory, deployment, spares, data, opened.keeper());
        }
      }
    }
  }

  /** Null in experiments without a task; try-with-resources takes that. */
  private TaskData openData() {
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
      RunDirectory directory,
      Deployment deployment,
      Spares spares,
      TaskData data,
      RunRecordKeeper keeper) {
    RunLog log = new RunLog(directory.path());
    Checkpoint from = CheckpointFile.read(directory, keeper.experimentHash());
    boolean begun = from.hasState();
    try (Gatherer gatherer =
        new Gatherer(
            resolution.network(), resolution.records(), directory, from.getGatheredMap())) {
      clockwork.restore(Checkpoints.times(from));
      if (begun) {
        restore(deployment, from.getState(), directory);
      }
      listener.started(directory.id(), directory.path());
      log.add((begun ? "resumed at tick " : "began at tick ") + deployment.now());
      WeightReadings weights =
          new WeightReadings(Checkpoints.readings(from), gatherer, resolution.records());
      Checkpoints checkpoints =
          new Checkpoints(
              directory,
              deployment,
              gatherer,
              weights,
              clockwork,
              keeper.experimentHash(),
              options);
      Course course = course(deployment, spares, gatherer, weights, checkpoints, data);
      if (!go(course, from, directory, log)) {
        return cancelled(directory, log, keeper);
      }
      return finish(course.recorded(), directory, deployment, gatherer, log, keeper);
    } catch (DeviceLostException e) {
      throw lost(e, directory, log);
    }
  }

  /** Goes the course; a run that the experiment itself made impossible leaves nothing behind. */
  private boolean go(Course course, Checkpoint from, RunDirectory directory, RunLog log)
      throws DeviceLostException {
    try {
      return course.run(from);
    } catch (AbandonedException e) {
      return false;
    } catch (BlowUpException e) {
      directory.delete();
      throw blownUp(e);
    } catch (Fault fault) {
      if (fault.kind() == Fault.Kind.INPUT) {
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

  private Course course(
      Deployment deployment,
      Spares spares,
      Gatherer gatherer,
      WeightReadings weights,
      Checkpoints checkpoints,
      TaskData data) {
    Recorder recorder = new Recorder(resolution.network(), gatherer);
    if (resolution.task().isEmpty()) {
      Stepper stepper = new Stepper(deployment, recorder);
      return new FreeRun(resolution, deployment, stepper, weights, checkpoints, control);
    }
    int threads = options.threads();
    return new TaskRun(
        resolution.task().get(),
        data,
        deployment,
        spares,
        threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
        recorder,
        gatherer,
        weights,
        checkpoints,
        control);
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

  private RunResult cancelled(RunDirectory directory, RunLog log, RunRecordKeeper keeper) {
    log.add("cancelled");
    listener.message("Stopped. " + howToResume(directory));
    RunRecord record = keeper.end(RunOutcome.RUN_OUTCOME_CANCELLED, clockwork).build();
    keeper.write(directory, record);
    return new RunResult(record, directory.path(), List.of());
  }

  private static String howToResume(RunDirectory directory) {
    return "Go on with: glia run --resume " + directory.path();
  }

  private RunResult finish(
      long ticks,
      RunDirectory directory,
      Deployment deployment,
      Gatherer gatherer,
      RunLog log,
      RunRecordKeeper keeper)
      throws DeviceLostException {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightProbe probe : resolution.records().weights()) {
      weights.put(probe.projection(), deployment.readWeights(probe.projection()));
    }
    List<String> phases =
        resolution.task().stream()
            .flatMap(task -> task.phases().stream().map(phase -> phase.name()))
            .toList();
    int analyses = resolution.analyses().size();
    control.report(new RunProgress("analyze", 0, analyses, "analyses", Map.of()));
    Recording recording =
        new Harvest(resolution.network(), resolution.records(), gatherer, directory)
            .bringIn(ticks, weights, phases);
    listener.recorded(recording);
    Findings findings = new Findings(directory);
    for (int i = 0; i < analyses; i++) {
      analyze(resolution.analyses().get(i), recording, findings, log);
      control.report(new RunProgress("analyze", i + 1, analyses, "analyses", Map.of()));
    }
    findings.writeMetrics();
    log.add("completed at tick " + ticks);
    RunRecord record =
        keeper
            .end(RunOutcome.RUN_OUTCOME_COMPLETED, clockwork)
            .setSpikeChecksum(gatherer.spikeChecksum())
            .addAllMetrics(findings.metrics())
            .addAllArtifacts(directory.artifacts())
            .build();
    keeper.write(directory, record);
    return new RunResult(record, directory.complete(), findings.tables());
  }

  /** What one analyzer can't do must not cost the others' results. */
  private void analyze(
      Resolution.Analysis analysis, Recording recording, Findings findings, RunLog log) {
    try {
      analysis.analyzer().analyze(recording, analysis.parameters(), findings);
    } catch (Fault fault) {
      Problem problem = new Problem(analysis.place(), analysis.field(), fault.getMessage());
      log.add(problem.toString());
      listener.message(problem.toString());
    }
  }

  private Fault blownUp(BlowUpException e) {
    Optional<PopulationSpec> population =
        spec.getNetwork().getPopulationsList().stream()
            .filter(each -> each.getName().equals(e.population()))
            .findFirst();
    Place place = population.map(PopulationSpec::getPlace).orElse(Place.getDefaultInstance());
    String message = e.getMessage() + ". Try a smaller dt, or other parameters.";
    return new InvalidExperiment(List.of(new Problem(place, e.population(), message)));
  }
}
