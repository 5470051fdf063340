package dev.glia.platform.cli;

import dev.glia.platform.runner.RunOptions;
import dev.glia.platform.studies.StudyOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** With what studies are run. */
final class StudySettings {
  @Option(names = "--data", paramLabel = "<dir>", description = "Where data sets lie ($GLIA_DATA).")
  Path data;

  @Option(names = "--cores", paramLabel = "<n>", description = "That cells may use together.")
  Integer cores;

  @Option(names = "--offline", description = "Never fetch data.")
  boolean offline;

  StudyOptions options(Platform platform) {
    StudyOptions options =
        StudyOptions.standard().withCache(platform.user().resolve("data")).withOffline(offline);
    if (cores != null) {
      options = options.withCores(cores);
    }
    return directory().map(options::withData).orElse(options);
  }

  /** The same for one experiment. */
  RunOptions runOptions(Platform platform, Path runs) {
    RunOptions options =
        RunOptions.in(runs)
            .withThreads(cores == null ? 0 : cores)
            .withOffline(offline)
            .withCache(platform.user().resolve("data"));
    return directory().map(options::withData).orElse(options);
  }

  private Optional<Path> directory() {
    String environment = System.getenv("GLIA_DATA");
    return Optional.ofNullable(data)
        .or(() -> Optional.ofNullable(environment).filter(e -> !e.isBlank()).map(Path::of));
  }
}
