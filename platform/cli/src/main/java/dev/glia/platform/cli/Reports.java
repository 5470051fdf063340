package dev.glia.platform.cli;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.platform.report.FigurePng;
import dev.glia.platform.report.IndexEntry;
import dev.glia.platform.report.NetworkGraph;
import dev.glia.platform.report.RunReport;
import dev.glia.platform.report.StudyIndex;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.StudyInfo;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.v1.ExperimentSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes reports of runs, and the index over all studies, beside the store. */
final class Reports {
  private static final double SCREEN = 2;

  private final Platform platform;
  private final RunStore store;

  Reports(Platform platform, RunStore store) {
    this.platform = platform;
    this.store = store;
  }

  /**
   * Writes the report, and for a study the index.
   *
   * @return the run's report
   */
  Path write(StoredRun record) {
    Path report = replace(record.run() + ".html", RunReport.html(record, network(record)));
    if (record.spec().isStudy()) {
      index();
    }
    return report;
  }

  /** The network of the first experiment that a cell ran, from the specification that it kept. */
  private Optional<Content.Graph> network(StoredRun record) {
    return record.cells().stream()
        .flatMap(cell -> cell.artifacts().stream())
        .filter(artifact -> artifact.file().endsWith(".binpb"))
        .findFirst()
        .map(artifact -> NetworkGraph.of(spec(store.read(artifact)).getNetwork()));
  }

  private static ExperimentSpec spec(byte[] bytes) {
    try {
      return ExperimentSpec.parseFrom(bytes);
    } catch (InvalidProtocolBufferException damaged) {
      throw new Fault(
          Fault.Kind.EXTERNAL, "a kept specification can't be read: " + damaged.getMessage());
    }
  }

  private void index() {
    replace(
        "index.html",
        StudyIndex.html(
            platform.service(StudyRunner.class).studies(store).stream().map(this::entry).toList(),
            platform.context().getBundle().getVersion().toString(),
            Instant.now()));
  }

  private IndexEntry entry(StudyInfo study) {
    Optional<RunSummary> last =
        study.last().values().stream().max(Comparator.comparing(RunSummary::startedAt));
    return new IndexEntry(
        study.slug(),
        study.title(),
        study.year(),
        study.problem().orElse(study.citation()),
        last,
        last.map(run -> link(run.run())).orElse(""));
  }

  /** Writes figures as PNG. */
  List<Path> figures(StoredRun record, Path folder) {
    List<Path> written = new ArrayList<>();
    for (Figure figure : RunReport.figures(record)) {
      try {
        Files.createDirectories(folder);
        written.add(
            Files.write(folder.resolve(figure.id() + ".png"), FigurePng.of(figure, SCREEN, false)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return written;
  }

  private String link(String run) {
    return Files.exists(folder().resolve(run + ".html")) ? run + ".html" : "";
  }

  private Path folder() {
    return store.directory().resolve("reports");
  }

  /** A reader never sees half a file. */
  private Path replace(String name, String content) {
    try {
      Files.createDirectories(folder());
      Path draft = Files.createTempFile(folder(), name, ".part");
      Files.writeString(draft, content);
      return Files.move(
          draft,
          folder().resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
