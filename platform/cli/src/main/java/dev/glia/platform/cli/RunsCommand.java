package dev.glia.platform.cli;

import dev.glia.platform.store.RunQuery;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs of studies. */
@Command(
    name = "runs",
    description = "Lists runs of studies.",
    footer = {"", "  glia runs --study symmetric-stdp --where 'accuracy > 0.8'"})
final class RunsCommand implements Callable<Integer> {
  private final Platform platform;

  @Option(names = "--study", paramLabel = "<slug>", description = "Only this study's.")
  String study = "";

  @Option(
      names = "--where",
      paramLabel = "<condition>",
      description = "A cell must meet it: 'accuracy > 0.8 and condition = full'")
  String where = "";

  @Option(names = "--sort", paramLabel = "<by>", description = "started, wall, cpu, or a number.")
  String sort = "";

  @Option(names = "--limit", paramLabel = "<n>", description = "At most so many (50).")
  int limit = 50;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  @Mixin StoreFolder folder = new StoreFolder();

  RunsCommand(Platform platform) {
    this.platform = platform;
  }

  /** A run as JSON shows it. */
  record Row(
      String run,
      String study,
      String profile,
      List<Long> seeds,
      String outcome,
      String started,
      double wallSeconds,
      int cells,
      Map<Verdict, Integer> claims) {}

  @Override
  public Integer call() {
    RunQuery query =
        RunQuery.NEWEST.ofStudy(study).where(where).sortedBy(sort, true).page(0, limit);
    try (RunStore store = folder.open(platform)) {
      List<Row> rows = store.list(query).stream().map(RunsCommand::row).toList();
      if (json) {
        Json.print(platform.terminal(), rows);
      } else {
        print(rows);
      }
      return Exit.OK;
    }
  }

  private static Row row(RunSummary run) {
    return new Row(
        run.run(),
        run.study(),
        run.profile().name().toLowerCase(Locale.ROOT),
        run.seeds(),
        run.outcome().symbol(),
        run.startedAt().toString(),
        run.wallSeconds(),
        run.cells(),
        run.claims());
  }

  private void print(List<Row> rows) {
    TextTable table =
        new TextTable("run", "profile", "seeds", "outcome", "cells", "passed", "failed", "time");
    for (Row row : rows) {
      table.row(
          row.run(),
          row.profile(),
          row.seeds().toString(),
          row.outcome(),
          Integer.toString(row.cells()),
          Integer.toString(row.claims().getOrDefault(Verdict.PASSED, 0)),
          Integer.toString(row.claims().getOrDefault(Verdict.FAILED, 0)),
          ProgressLine.duration(row.wallSeconds()));
    }
    table.print(platform.terminal());
  }
}
