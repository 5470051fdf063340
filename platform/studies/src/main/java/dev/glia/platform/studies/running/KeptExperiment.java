package dev.glia.platform.studies.running;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.study.Cell;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.runner.ShadowDrift;
import dev.glia.platform.runner.devices.Claim;
import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.v1.Artifact;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.Metric;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Writes down in a store what happens to one run of an experiment. One thread. */
final class KeptExperiment implements RunListener {
  /** What is needed to run it again: kept in the store, not only in the run's directory. */
  static final String SPEC = "spec.binpb";

  /** What was changed while it ran, where anything was: likewise. */
  static final String TIMELINE = "timeline.binpb";

  static final String SOURCE = "experiment.yaml";
  private static final List<String> NEEDED = List.of(SOURCE, SPEC, "spec.json");
  private static final String CONDITION = "run";

  private final List<String> settings;
  private final RunOptions options;
  private final RunStore store;
  private final RunListener listener;
  private final Catalog catalog;
  private final Fingerprints fingerprints;
  private final Map<String, byte[]> needed = new LinkedHashMap<>();
  private final RunPictures pictures = new RunPictures();
  private final List<DataFile> data = new ArrayList<>();
  private StoredRun begun;
  private Path directory;

  KeptExperiment(
      List<String> settings,
      RunOptions options,
      RunStore store,
      RunListener listener,
      Catalog catalog,
      Fingerprints fingerprints) {
    this.settings = settings;
    this.options = options;
    this.store = store;
    this.listener = listener;
    this.catalog = catalog;
    this.fingerprints = fingerprints;
  }

  /** Runs, and keeps what becomes of it. */
  RunResult keep(Supplier<RunResult> work) {
    RunResult result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      if (begun != null) {
        failed(e);
      }
      throw e;
    }
    directory = result.directory();
    if (result.record().getOutcome() == RunOutcome.RUN_OUTCOME_CANCELLED) {
      RunRecord record = result.record();
      end(Outcome.CANCELLED, List.of(), record.getWallSeconds(), record.getCpuSeconds());
    } else {
      completed(result.record());
    }
    return result;
  }

  @Override
  public void opened(DatasetSource source, String split, Parameters parameters) {
    data.addAll(
        new DataFiles(store, catalog, options.dataDirectory(), options.cache(), options.offline())
            .of(source, split, parameters));
    listener.opened(source, split, parameters);
  }

  @Override
  public void started(String run, Path where) {
    directory = where;
    NEEDED.forEach(this::read);
    if (store.has(run)) {
      store.reopen(run);
    } else {
      store.begin(beginning(run));
    }
    begun = store.show(run);
    listener.started(run, where);
  }

  private void read(String file) {
    Path path = directory.resolve(file);
    if (Files.exists(path)) {
      needed.put(file, content(path));
    }
  }

  private static byte[] content(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, path + " can't be read: " + e.getMessage(), e);
    }
  }

  private StoredRun beginning(String run) {
    ExperimentSpec spec = spec();
    String target = spec.getTarget().getId();
    String data = options.dataDirectory().map(d -> " --data " + d).orElse("");
    return StoredRun.beginning(
        run,
        RunSpec.ofExperiment(spec.getName(), spec.getSeed(), target, settings),
        spec.getName(),
        0,
        "",
        "",
        Here.surroundings(),
        "glia rerun " + run + data,
        directory.toAbsolutePath().normalize().toString());
  }

  private ExperimentSpec spec() {
    try {
      return ExperimentSpec.parseFrom(needed.get(SPEC));
    } catch (InvalidProtocolBufferException e) {
      throw new Fault(Fault.Kind.EXTERNAL, directory + ": " + SPEC + " is damaged", e);
    }
  }

  private void completed(RunRecord record) {
    List<ComponentVersion> components =
        record.getComponentsList().stream().map(fingerprints::of).toList();
    SortedMap<String, Double> numbers = new TreeMap<>();
    SortedMap<String, String> units = new TreeMap<>();
    for (Metric metric : record.getMetricsList()) {
      numbers.put(metric.getName(), metric.getValue());
      if (!metric.getUnit().equals("1")) {
        units.put(metric.getName(), metric.getUnit());
      }
    }
    pictures.mark(record.getTimelineList());
    String key = key();
    CellRecord cell =
        new CellRecord(
            0,
            cell(),
            key,
            CellKeys.hash(key, components, data),
            Outcome.COMPLETED,
            numbers,
            units,
            pictures.series(),
            pictures.figures(),
            artifacts(record.getArtifactsList()),
            components,
            data,
            record.getSpikeChecksum(),
            Instant.ofEpochMilli(record.getStarted()),
            record.getWallSeconds(),
            record.getCpuSeconds(),
            "");
    end(Outcome.COMPLETED, List.of(cell), record.getWallSeconds(), record.getCpuSeconds());
  }

  private void failed(Throwable e) {
    if (!Files.isDirectory(directory)) {
      directory = null; // it couldn't go on: nothing is left of it
    }
    String key = key();
    CellRecord cell =
        new CellRecord(
            0,
            cell(),
            key,
            key,
            Outcome.FAILED,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            artifacts(List.of()),
            List.of(),
            List.of(),
            "",
            begun.startedAt(),
            seconds(),
            0,
            e instanceof Fault ? e.getMessage() : e.toString());
    try {
      end(Outcome.FAILED, List.of(cell), seconds(), 0);
    } catch (Fault disk) {
      e.addSuppressed(disk);
    }
  }

  private void end(Outcome outcome, List<CellRecord> cells, double wall, double cpu) {
    cells.forEach(cell -> store.add(begun.run(), 0, cell));
    List<ComponentVersion> used = cells.stream().flatMap(c -> c.components().stream()).toList();
    String where = directory == null ? "" : directory.toAbsolutePath().normalize().toString();
    store.finish(
        begun
            .in(where)
            .ended(
                outcome,
                cells,
                List.of(),
                List.of(),
                new Models(catalog).describe(used),
                wall,
                cpu));
  }

  private double seconds() {
    return Duration.between(begun.startedAt(), Instant.now()).toMillis() * 1e-3;
  }

  private String key() {
    return CellKeys.checksum("experiment " + spec().getTarget().getId() + "\n", needed.get(SPEC));
  }

  /** Settings are its parameters: {@code populations.cells.size} is populations_cells_size. */
  private Cell cell() {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String setting : begun.spec().settings()) {
      int equals = setting.indexOf('=');
      String name =
          setting.substring(0, equals).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
      if (name.matches("[a-z].*") && !name.equals("seed") && !name.equals("target")) {
        parameters.put(name, setting.substring(equals + 1).strip());
      }
    }
    return new Cell(CONDITION, begun.spec().seeds().getFirst(), parameters, 1, 1);
  }

  private List<ArtifactRecord> artifacts(List<Artifact> made) {
    List<ArtifactRecord> artifacts = new ArrayList<>();
    needed.forEach((file, bytes) -> artifacts.add(store.keep(file, mediaType(file), bytes)));
    for (Artifact each : made) {
      Path path = directory.resolve(each.getFile()).toAbsolutePath().normalize();
      if (each.getFile().equals(TIMELINE)) {
        artifacts.add(store.keep(TIMELINE, each.getMediaType(), content(path)));
      } else if (!needed.containsKey(each.getFile())) {
        artifacts.add(
            new ArtifactRecord(
                each.getFile(),
                each.getMediaType(),
                each.getSha256(),
                each.getBytes(),
                path.toString()));
      }
    }
    return artifacts;
  }

  private static String mediaType(String file) {
    return switch (file) {
      case SOURCE -> "application/yaml";
      case SPEC -> "application/x-protobuf";
      default -> "application/json";
    };
  }

  @Override
  public void progress(RunProgress progress) {
    listener.progress(progress);
  }

  @Override
  public void recorded(Recording recording) {
    pictures.take(recording);
    listener.recorded(recording);
  }

  @Override
  public void compared(ShadowDrift drift) {
    pictures.take(drift);
    listener.compared(drift);
  }

  @Override
  public void message(String text) {
    listener.message(text);
  }

  @Override
  public boolean waitsForDevice(List<Claim> ahead) {
    return listener.waitsForDevice(ahead);
  }

  @Override
  public boolean isCancelled() {
    return listener.isCancelled();
  }
}
