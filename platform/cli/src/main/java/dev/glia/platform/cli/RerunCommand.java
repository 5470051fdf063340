package dev.glia.platform.cli;

import dev.glia.platform.runner.RunResult;
import dev.glia.platform.store.Comparison;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.ExperimentRuns;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.v1.RunOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a run once more and compares. */
@Command(
    name = "rerun",
    description = "Runs a run again and compares; exit code 1 if anything measured differs.")
final class RerunCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  private final Platform platform;

  @Parameters(paramLabel = "<run>", description = "Its id, the beginning of it, or `latest`.")
  String run;

  @Mixin StudySettings settings = new StudySettings();
  @Mixin RunFolder runFolder = new RunFolder();
  @Mixin StoreFolder folder = new StoreFolder();

  RerunCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    try (RunStore store = folder.open(platform)) {
      StoredRun first = store.show(run);
      Optional<String> again = first.spec().isStudy() ? study(first, store) : one(first, store);
      return again.map(id -> compare(store, first.run(), id)).orElse(Exit.INTERRUPTED);
    }
  }

  private Optional<String> study(StoredRun first, RunStore store) {
    StudyProgress progress = new StudyProgress(platform.terminal());
    StoredRun again =
        platform
            .service(StudyRunner.class)
            .rerun(first.run(), settings.options(platform), store, progress);
    progress.close();
    return progress.isCancelled() ? Optional.empty() : Optional.of(again.run());
  }

  private Optional<String> one(StoredRun first, RunStore store) {
    ProgressLine progress = new ProgressLine(platform.terminal());
    RunResult again =
        platform
            .service(ExperimentRuns.class)
            .rerun(first.run(), settings.runOptions(platform, runFolder.path()), store, progress);
    progress.close();
    boolean cancelled = again.record().getOutcome() == RunOutcome.RUN_OUTCOME_CANCELLED;
    return cancelled ? Optional.empty() : Optional.of(again.record().getId());
  }

  private int compare(RunStore store, String first, String again) {
    Comparison comparison = store.compare(List.of(first, again));
    new ComparisonTable(platform.terminal()).print(comparison, false);
    platform.terminal().out().println("run  " + again);
    platform
        .terminal()
        .out()
        .println(
            comparison.sameResults()
                ? "all numbers are equal to those of " + first
                : "results differ from those of " + first);
    return comparison.sameResults() ? Exit.OK : DIFFERENT;
  }
}
