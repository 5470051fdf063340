package dev.glia.signal.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Real recordings, where they are. */
final class RealData {
  private RealData() {}

  /** A file of the folder {@code eeg}; without it the test is skipped, but fails in CI. */
  static Path file(String name) {
    Optional<Path> folder =
        Optional.ofNullable(System.getProperty("glia.data", System.getenv("GLIA_DATA")))
            .map(Path::of)
            .map(data -> data.resolve("eeg"))
            .filter(Files::isDirectory);
    if (folder.isEmpty()) {
      String missing = "needs real files: set GLIA_DATA (or -Dglia.data) to a folder with eeg";
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(missing);
      }
      Assumptions.abort(missing);
    }
    return folder.get().resolve(name);
  }
}
