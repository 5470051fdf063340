package dev.glia.platform.cli;

import dev.glia.api.figure.Figure;
import dev.glia.platform.report.FigurePng;
import dev.glia.platform.report.StudyIndex;
import dev.glia.platform.report.StudyReport;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.StudyRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes a run's report, and the index over all studies, beside the store. */
final class Reports {
  private static final double SCREEN = 2;

  private final Platform platform;
  private final RunStore store;

  Reports(Platform platform, RunStore store) {
    this.platform = platform;
    this.store = store;
  }

  /**
   * Writes both.
   *
   * @return the run's report
   */
  Path write(StoredRun record) {
    Path report =
        replace(record.run() + ".html", StudyReport.html(StudyViews.study(record, store)));
    replace(
        "index.html",
        StudyIndex.html(
            platform.service(StudyRunner.class).studies(store).stream()
                .map(info -> StudyViews.entry(info, this::link))
                .toList(),
            platform.context().getBundle().getVersion().toString(),
            Instant.now()));
    return report;
  }

  /** Writes figures as PNG. */
  List<Path> figures(StoredRun record, Path folder) {
    List<Path> written = new ArrayList<>();
    for (Figure figure : StudyViews.figures(record)) {
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
