package dev.glia.platform.studies.running;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.ExperimentRuns;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.RunTimeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Experiments that are kept, over the experiment runner. Safe for any thread. */
@Component(service = ExperimentRuns.class)
public final class ExperimentRunsService implements ExperimentRuns {
  private final Catalog catalog;
  private final ExperimentRunner runner;
  private final Fingerprints fingerprints;

  @Activate
  public ExperimentRunsService(@Reference Catalog catalog, @Reference ExperimentRunner runner) {
    this.catalog = catalog;
    this.runner = runner;
    this.fingerprints = new Fingerprints(catalog);
  }

  @Override
  public RunResult run(
      Experiment experiment, RunOptions options, RunStore store, RunListener listener) {
    KeptExperiment kept = kept(experiment.overrides(), options, store, listener);
    return kept.keep(() -> runner.run(experiment, options, kept));
  }

  @Override
  public RunResult resume(
      Path directory, RunOptions options, RunStore store, RunListener listener) {
    KeptExperiment kept = kept(List.of(), options, store, listener);
    return kept.keep(() -> runner.resume(directory, options, kept));
  }

  @Override
  public RunResult rerun(String run, RunOptions options, RunStore store, RunListener listener) {
    StoredRun first = store.show(run);
    if (first.spec().isStudy()) {
      throw Fault.input(first.run() + " is a run of a study");
    }
    Experiment experiment = experiment(first, store);
    RunTimeline timeline = timeline(first, store);
    KeptExperiment kept = kept(experiment.overrides(), options, store, listener);
    return kept.keep(() -> runner.repeat(experiment, timeline, options, kept));
  }

  /** What people did to a run. */
  private static RunTimeline timeline(StoredRun run, RunStore store) {
    Optional<byte[]> timeline = file(KeptExperiment.TIMELINE, run, store);
    try {
      return timeline.isEmpty()
          ? RunTimeline.getDefaultInstance()
          : RunTimeline.parseFrom(timeline.get());
    } catch (InvalidProtocolBufferException e) {
      throw new Fault(Fault.Kind.EXTERNAL, run.run() + ": its timeline is damaged", e);
    }
  }

  private KeptExperiment kept(
      List<String> settings, RunOptions options, RunStore store, RunListener listener) {
    return new KeptExperiment(settings, options, store, listener, catalog, fingerprints);
  }

  private static Experiment experiment(StoredRun run, RunStore store) {
    byte[] spec =
        file(KeptExperiment.SPEC, run, store)
            .orElseThrow(
                () ->
                    new Fault(
                        Fault.Kind.EXTERNAL,
                        run.run() + ": what it ran was in " + run.directory() + ", which is gone"));
    String source =
        file(KeptExperiment.SOURCE, run, store)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    try {
      return new Experiment(
          ExperimentSpec.parseFrom(spec), KeptExperiment.SOURCE, source, run.spec().settings());
    } catch (InvalidProtocolBufferException e) {
      throw new Fault(Fault.Kind.EXTERNAL, run.run() + ": its specification is damaged", e);
    }
  }

  /** From the store; of a run without results from its directory. */
  private static Optional<byte[]> file(String name, StoredRun run, RunStore store) {
    Stream<ArtifactRecord> kept = run.cells().stream().flatMap(cell -> cell.artifacts().stream());
    Optional<ArtifactRecord> artifact = kept.filter(a -> a.file().equals(name)).findFirst();
    return artifact.isPresent() ? artifact.map(store::read) : inDirectory(name, run);
  }

  private static Optional<byte[]> inDirectory(String name, StoredRun run) {
    Path file = Path.of(run.directory(), name);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + " can't be read: " + e.getMessage(), e);
    }
  }
}
