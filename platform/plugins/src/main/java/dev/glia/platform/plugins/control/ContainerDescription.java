package dev.glia.platform.plugins.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A running container, as it describes itself in the run folder: lines of key and value.
 *
 * @param file the description
 * @param started milliseconds since 1970; its process is older
 * @param token the secret that requests must bring
 */
record ContainerDescription(
    Path file, long pid, String host, long started, Path socket, String token) {
  private static final int MOST_BYTES = 10_000;

  /** Clocks of processes are read in hundredths of seconds. */
  private static final long CLOCK_SLACK_MILLIS = 2000;

  /** Reads one; empty if it isn't one, or has just gone. */
  static Optional<ContainerDescription> read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      Map<String, String> fields = new HashMap<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] field = line.split("\t", 2);
        fields.put(field[0], field.length == 2 ? field[1] : "");
      }
      return Optional.of(
          new ContainerDescription(
              file,
              Long.parseLong(fields.getOrDefault("pid", "")),
              fields.getOrDefault("host", ""),
              Long.parseLong(fields.getOrDefault("started", "")),
              Path.of(fields.getOrDefault("socket", "")),
              fields.getOrDefault("token", "")));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  String text() {
    return "pid\t"
        + pid
        + "\nhost\t"
        + host
        + "\nstarted\t"
        + started
        + "\nsocket\t"
        + socket
        + "\ntoken\t"
        + token
        + "\n";
  }

  /** Whether its process lives, and isn't another one that got the same number later. */
  boolean isAlive() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return false;
    }
    Optional<Instant> born = process.get().info().startInstant();
    return born.isEmpty() || born.get().toEpochMilli() <= started + CLOCK_SLACK_MILLIS;
  }
}
