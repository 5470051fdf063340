package dev.glia.platform.studies.running;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.study.Cell;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.RunResult;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.v1.ComponentLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Runs an experiment in a scratch directory and takes its recording. One run, one thread. */
final class ExperimentInCell implements RunListener {
  private final CellSurroundings with;
  private final Cell cell;
  private final BooleanSupplier cancelled;
  private final CellWork.Progress progress;
  private final CpuMeter meter;
  private Recording recording;
  private List<ComponentLease> components = List.of();
  private final List<DataFile> data = new ArrayList<>();
  private String spikes = "";

  ExperimentInCell(
      CellSurroundings with,
      Cell cell,
      BooleanSupplier cancelled,
      CellWork.Progress progress,
      CpuMeter meter) {
    this.with = with;
    this.cell = cell;
    this.cancelled = cancelled;
    this.progress = progress;
    this.meter = meter;
  }

  Recording run(Experiment experiment) {
    StudyOptions options = with.options();
    Path scratch = scratch();
    try {
      RunOptions runOptions =
          new RunOptions(
              scratch,
              options.data(),
              options.cache(),
              cell.threads(),
              Duration.ofDays(1000), // a cell is resumed as a whole
              0,
              options.offline(),
              Optional.empty());
      RunResult result = with.experiments().run(experiment, runOptions, this);
      components = result.record().getComponentsList();
      spikes = result.record().getSpikeChecksum();
      if (recording == null) {
        throw new CancellationException("cancelled");
      }
      return recording;
    } finally {
      delete(scratch);
    }
  }

  List<ComponentLease> components() {
    return components;
  }

  List<DataFile> data() {
    return data;
  }

  @Override
  public void opened(DatasetSource source, String split, Parameters parameters) {
    data.addAll(with.data().of(source, split, parameters));
  }

  /** Checksum of all its spikes. */
  String spikes() {
    return spikes;
  }

  @Override
  public void recorded(Recording whole) {
    recording = whole;
    meter.look(); // the driver's threads are about to end
  }

  @Override
  public void progress(RunProgress at) {
    progress.at(at.done(), at.total(), at.phase() + " " + at.unit());
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  private Path scratch() {
    try {
      return Files.createTempDirectory(with.store().scratch(), "cell-");
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, "no scratch directory: " + e.getMessage(), e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left is taken by the store's next cleaning.
    }
  }
}
