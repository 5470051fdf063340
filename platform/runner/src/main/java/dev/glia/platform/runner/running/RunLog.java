package dev.glia.platform.runner.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What happened when, a line each: {@code log.txt} of the run's directory. One thread. */
final class RunLog {
  private final Path file;

  RunLog(Path directory) {
    this.file = directory.resolve("log.txt");
  }

  void add(String text) {
    String line = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n";
    try {
      Files.writeString(
          file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
