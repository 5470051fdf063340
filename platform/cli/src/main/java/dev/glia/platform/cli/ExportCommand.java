package dev.glia.platform.cli;

import dev.glia.platform.store.RunStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run for other tools. */
@Command(name = "export", description = "Writes a run as JSON, CSV and NumPy files.")
final class ExportCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(paramLabel = "<run>", description = "Its id, the beginning of it, or `latest`.")
  String run;

  @Option(names = "--to", required = true, paramLabel = "<dir>", description = "New, or empty.")
  Path to;

  @Mixin StoreFolder folder = new StoreFolder();

  ExportCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    try (RunStore store = folder.open(platform)) {
      store.export(run, to);
      platform.terminal().out().println(to);
      return Exit.OK;
    }
  }
}
