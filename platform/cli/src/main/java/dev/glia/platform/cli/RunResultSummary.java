package dev.glia.platform.cli;

import dev.glia.platform.runner.RunResult;
import dev.glia.v1.Metric;
import dev.glia.v1.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What is printed when a run has ended. */
final class RunResultSummary {
  /** Longer tables are for files. */
  private static final int ROWS = 20;

  private final Terminal terminal;
  private final boolean json;

  RunResultSummary(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  void print(RunResult result) {
    if (json) {
      terminal.out().print(json(result.directory()));
      return;
    }
    metrics(result.record());
    for (RunResult.Table table : result.tables()) {
      table(table);
    }
    RunRecord record = result.record();
    terminal.out().println();
    terminal.out().println("spikes   " + record.getSpikeChecksum());
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "time     %.1f s (CPU %.1f s)%n",
            record.getWallSeconds(),
            record.getCpuSeconds());
    terminal.out().println("results  " + terminal.bold(result.directory().toString()));
  }

  private void metrics(RunRecord record) {
    if (record.getMetricsCount() == 0) {
      return;
    }
    TextTable table = new TextTable("metric", "value", "unit");
    for (Metric metric : record.getMetricsList()) {
      String unit = metric.getUnit().equals("1") ? "" : metric.getUnit();
      table.row(metric.getName(), number(metric.getValue()), unit);
    }
    table.print(terminal);
  }

  private void table(RunResult.Table content) {
    if (content.rows().size() > ROWS || content.rows().isEmpty()) {
      return;
    }
    terminal.out().println();
    terminal.out().println(terminal.faint(content.name()));
    TextTable table = new TextTable(content.columns());
    content.rows().forEach(table::row);
    table.print(terminal);
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%d", (long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String json(Path directory) {
    try {
      return Files.readString(directory.resolve("record.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
