package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.results.CheckpointFile;
import dev.glia.platform.runner.results.JsonText;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.RunTimeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a session comes to its directory: a fresh one, or that of an interrupted run. */
sealed interface Start {
  String SOURCE = "experiment.yaml";
  String BINARY = "spec.binpb";
  String JSON = "spec.json";

  /** A directory with a checkpoint in it, and the record that belongs to it. */
  record Opened(RunDirectory directory, RunRecordKeeper keeper) {}

  /** The experiment, as it was before any intervention. */
  ExperimentSpec experiment();

  /** Called once, when everything else that can go wrong has gone right. */
  Opened open();

  /**
   * A new run.
   *
   * @param repeated interventions of another run that this one repeats
   */
  record Beginning(Experiment what, RunTimeline repeated, Path root, RunRecordKeeper keeper)
      implements Start {
    @Override
    public ExperimentSpec experiment() {
      return what.spec();
    }

    @Override
    public Opened open() {
      RunDirectory directory = RunDirectory.create(root, what.spec().getName());
      try {
        ExperimentSpec spec = what.spec();
        if (!what.source().isEmpty()) {
          byte[] source = what.source().getBytes(StandardCharsets.UTF_8);
          directory.artifact(SOURCE, "application/yaml", source);
        }
        byte[] canonical = CheckpointFile.canonical(spec);
        directory.artifact(BINARY, "application/x-protobuf", canonical);
        byte[] json = JsonText.of(spec).getBytes(StandardCharsets.UTF_8);
        directory.artifact(JSON, "application/json", json);
        RunRecordKeeper entered = keeper.enter(directory, spec);
        Interventions.prepare(directory, repeated);
        Checkpoints.first(directory, entered.experimentHash());
        return new Opened(directory, entered);
      } catch (Fault fault) {
        directory.delete();
        throw fault;
      }
    }
  }

  /** A run that goes on. */
  record Continuation(ExperimentSpec experiment, RunDirectory directory, RunRecordKeeper keeper)
      implements Start {
    @Override
    public Opened open() {
      if (Files.exists(directory.path().resolve(SOURCE))) {
        directory.artifact(SOURCE, "application/yaml", directory.read(SOURCE));
      }
      directory.artifact(BINARY, "application/x-protobuf", directory.read(BINARY));
      directory.artifact(JSON, "application/json", directory.read(JSON));
      return new Opened(directory, keeper);
    }
  }
}
