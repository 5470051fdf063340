package dev.glia.platform.cli;

import dev.glia.platform.benchmarks.Measurement;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, as JSON and the table show it.
 *
 * @param target driver
 * @param against other simulator and its version; empty if there's none
 */
record BenchView(String target, String against, int repeats, List<Row> workloads) {
  private static final String UNKNOWN = "–";

  /** A workload's runs on both sides; no others' if they can't hold it. */
  record Row(String workload, List<Measurement> runs, List<Measurement> others) {}

  void print(Terminal terminal) {
    TextTable table =
        new TextTable(
            "workload",
            "on",
            "threads",
            "Hz",
            "CPU s/s",
            "events/CPU s",
            "B/synapse",
            "stored",
            "compile CPU s",
            "build CPU s",
            "first tick s");
    for (Row row : workloads) {
      table.row(cells(row.workload, target, Measurement.median(row.runs)));
      if (!row.others.isEmpty()) {
        table.row(cells("", against, Measurement.median(row.others)));
      }
    }
    table.print(terminal);
    if (!against.isEmpty()) {
      terminal.out().println();
      ratios().print(terminal);
    }
    terminal.out().println();
    terminal
        .out()
        .println(
            "medians of "
                + repeats
                + "; CPU seconds of all threads a simulated second; docs/benchmarks.md explains");
  }

  private static List<String> cells(String workload, String on, Measurement median) {
    return List.of(
        workload,
        on,
        Integer.toString(median.threads()),
        number("%.2f", median.rate()),
        number("%.4g", median.cpuSeconds()),
        count(median.eventsPerCpuSecond()),
        number("%.1f", median.bytes()),
        number("%.2f", median.storedBytes()),
        median.prepareCpuSeconds() == 0 ? "" : number("%.1f", median.prepareCpuSeconds()),
        number("%.2f", median.buildCpuSeconds()),
        number("%.2f", median.firstTickSeconds()));
  }

  private TextTable ratios() {
    TextTable table =
        new TextTable(
            "workload", "times faster", "times smaller", "times sooner at the first tick");
    for (Row row : workloads) {
      if (row.others.isEmpty()) {
        table.row(row.workload, UNKNOWN, UNKNOWN, UNKNOWN);
        continue;
      }
      Measurement ours = Measurement.median(row.runs);
      Measurement theirs = Measurement.median(row.others);
      table.row(
          row.workload,
          number("%.1f", theirs.cpuSeconds() / ours.cpuSeconds()),
          number("%.1f", theirs.bytes() / ours.bytes()),
          number("%.0f", theirs.firstTickSeconds() / ours.firstTickSeconds()));
    }
    return table;
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : UNKNOWN;
  }

  /** {@code 585 M}. */
  private static String count(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.1f M", value / 1e6) : UNKNOWN;
  }
}
