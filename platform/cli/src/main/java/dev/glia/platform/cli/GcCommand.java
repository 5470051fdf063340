package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.platform.store.GcReport;
import dev.glia.platform.store.RunStore;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what nobody needs from the run store. */
@Command(
    name = "gc",
    description = "Deletes failed cells, incomplete runs and files that no run needs.")
final class GcCommand implements Callable<Integer> {
  private static final double SECONDS_A_DAY = 86_400;

  private final Platform platform;

  @Option(
      names = "--older-than",
      paramLabel = "<days>",
      description = "Only what is older than so many days (7).")
  double days = 7;

  @Option(names = "--dry-run", description = "Say what would be deleted, delete nothing.")
  boolean dryRun;

  @Mixin StoreFolder folder = new StoreFolder();

  GcCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    if (!(days >= 0)) {
      throw Fault.input("--older-than wants a number of days, given " + days);
    }
    try (RunStore store = folder.open(platform)) {
      GcReport report = store.gc(Duration.ofSeconds(Math.round(days * SECONDS_A_DAY)), dryRun);
      report.items().forEach(platform.terminal().out()::println);
      platform
          .terminal()
          .out()
          .printf(
              Locale.ROOT,
              "%,d items, %,.1f MB%s%n",
              report.items().size(),
              report.bytes() / 1e6,
              dryRun ? " would be deleted" : "");
      return Exit.OK;
    }
  }
}
