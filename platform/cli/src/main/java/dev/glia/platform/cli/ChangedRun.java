package dev.glia.platform.cli;

import dev.glia.platform.store.RunStore;
import dev.glia.v1.Intervention;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The running run that a command changes. */
final class ChangedRun {
  @Parameters(
      index = "0",
      paramLabel = "<run>",
      description = "Its id, the beginning of it, or `latest`.")
  String run;

  @Mixin StoreFolder folder = new StoreFolder();

  /** Changes it, waits for that, says what was done, and returns the command's exit code. */
  int intervene(Intervention what, Platform platform) {
    try (RunStore store = folder.open(platform)) {
      LiveRun.find(run, platform, store).intervene(what, platform.terminal());
    }
    return Exit.OK;
  }
}
