package dev.glia.platform.cli;

import dev.glia.platform.store.Comparison;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StudyRecord;
import dev.glia.platform.studies.StudyRunner;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a run once more and compares. */
@Command(name = "rerun", description = "Runs a study's run again; exit code 1 if a number differs.")
final class RerunCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  private final Platform platform;

  @Parameters(paramLabel = "<run>", description = "Its id, the beginning of it, or `latest`.")
  String run;

  @Mixin StudySettings settings = new StudySettings();
  @Mixin StoreFolder folder = new StoreFolder();

  RerunCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    try (RunStore store = folder.open(platform)) {
      String first = store.show(run).run();
      StudyProgress progress = new StudyProgress(platform.terminal());
      StudyRecord again =
          platform
              .service(StudyRunner.class)
              .rerun(first, settings.options(platform), store, progress);
      progress.close();
      if (progress.isCancelled()) {
        return Exit.INTERRUPTED;
      }
      Comparison comparison = store.compare(List.of(first, again.run()));
      platform.terminal().out().println("run  " + again.run());
      platform
          .terminal()
          .out()
          .println(
              comparison.sameNumbers()
                  ? "all numbers are equal to those of " + first
                  : "numbers differ: glia compare " + first + " " + again.run());
      return comparison.sameNumbers() ? Exit.OK : DIFFERENT;
    }
  }
}
