package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where runs are kept. */
final class RunFolder {
  @Option(
      names = "--runs",
      paramLabel = "<dir>",
      description = "Where results are written (./runs).")
  Path directory = Path.of("runs");

  Path path() {
    return directory;
  }

  /** The interrupted run that was worked on last. */
  Path latestPartial() {
    if (!Files.isDirectory(directory)) {
      throw Fault.input("nothing to resume: there is no folder " + directory);
    }
    try (Stream<Path> runs = Files.list(directory)) {
      return runs.filter(run -> run.getFileName().toString().endsWith(".partial"))
          .max(Comparator.comparing(RunFolder::lastModified))
          .orElseThrow(() -> Fault.input("nothing to resume: no interrupted run in " + directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lastModified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }
}
