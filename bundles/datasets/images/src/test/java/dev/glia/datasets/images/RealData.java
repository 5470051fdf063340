package dev.glia.datasets.images;

import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real files, which the project doesn't hold: found by property or environment variable. */
final class RealData {
  static final String WHY_SKIPPED =
      "needs real files: set GLIA_DATA (or -Dglia.data) to a folder that holds mnist and digits8x8";

  private RealData() {}

  static boolean isThere() {
    return directory()
        .filter(folder -> Files.isDirectory(folder.resolve("mnist")))
        .filter(folder -> Files.isDirectory(folder.resolve("digits8x8")))
        .isPresent();
  }

  private static Optional<Path> directory() {
    return Optional.ofNullable(System.getProperty("glia.data", System.getenv("GLIA_DATA")))
        .map(Path::of);
  }

  /** The user's directory is the real one; nothing is fetched. */
  static DataPlace place(Path scratch) {
    return new DataPlace(directory(), scratch.resolve("cache"), false, DataProgress.SILENT);
  }
}
