package dev.glia.platform.cli;

import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunStores;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which run store a command works with. */
final class StoreFolder {
  @Option(
      names = "--store",
      paramLabel = "<dir>",
      description = "The run store ($GLIA_STORE, or store/ in the user's folder).")
  Path directory;

  RunStore open(Platform platform) {
    return platform.service(RunStores.class).open(path(platform));
  }

  private Path path(Platform platform) {
    String environment = System.getenv("GLIA_STORE");
    if (directory != null) {
      return directory;
    }
    return environment == null || environment.isBlank()
        ? platform.user().resolve("store")
        : Path.of(environment);
  }
}
