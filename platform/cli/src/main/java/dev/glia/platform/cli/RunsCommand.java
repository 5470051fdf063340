package dev.glia.platform.cli;

import dev.glia.api.study.Profile;
import dev.glia.platform.store.RunQuery;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.Verdict;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(
    name = "runs",
    description = "Lists runs of experiments and studies, the newest first.",
    footer = {
      "",
      "  glia runs --where 'name = digits and accuracy > 0.8' --sort accuracy",
      "  glia runs --study symmetric-stdp"
    })
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
      String name,
      String profile,
      List<Long> seeds,
      String outcome,
      String started,
      double wallSeconds,
      int cells,
      Map<Verdict, Integer> claims,
      String directory,
      String resume) {}

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
        run.name(),
        run.profile().map(Profile::symbol).orElse(""),
        run.seeds(),
        run.outcome().symbol(),
        run.startedAt().toString(),
        run.wallSeconds(),
        run.cells(),
        run.claims(),
        run.directory(),
        run.resumeLine());
  }

  private void print(List<Row> rows) {
    TextTable table =
        new TextTable("run", "profile", "seeds", "outcome", "cells", "passed", "failed", "time");
    for (Row row : rows) {
      table.row(
          row.run(),
          row.profile(),
          row.seeds().stream().map(Long::toUnsignedString).collect(Collectors.joining(" ")),
          row.outcome(),
          Integer.toString(row.cells()),
          count(row, Verdict.PASSED),
          count(row, Verdict.FAILED),
          ProgressLine.duration(row.wallSeconds()));
    }
    table.print(platform.terminal());
    for (Row row : rows) {
      if (!row.resume().isEmpty()) {
        platform
            .terminal()
            .out()
            .println(row.run() + " " + row.outcome() + ". Go on: " + row.resume());
      }
    }
  }

  /** Experiments make no claims. */
  private static String count(Row row, Verdict verdict) {
    return row.profile().isEmpty() ? "" : Integer.toString(row.claims().getOrDefault(verdict, 0));
  }
}
