package dev.glia.platform.cli;

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
    String environment = System.getenv("GLIA_DATA");
    Optional<Path> directory =
        Optional.ofNullable(data)
            .or(() -> Optional.ofNullable(environment).filter(e -> !e.isBlank()).map(Path::of));
    StudyOptions options =
        StudyOptions.standard().withCache(platform.user().resolve("data")).withOffline(offline);
    if (cores != null) {
      options = options.withCores(cores);
    }
    return directory.map(options::withData).orElse(options);
  }
}
