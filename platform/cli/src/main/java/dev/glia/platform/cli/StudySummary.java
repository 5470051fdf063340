package dev.glia.platform.cli;

import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.StudyRecord;
import java.util.Locale;

/** What is printed of a run of a study. */
final class StudySummary {
  private final Terminal terminal;

  StudySummary(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(StudyRecord record) {
    TextTable table = new TextTable("verdict", "claim", "measured", "bar", "published");
    for (ClaimResult claim : record.claims()) {
      table.row(
          claim.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          claim.id(),
          measured(claim),
          number(claim.bar()),
          claim.published());
    }
    table.print(terminal);
    for (CellRecord cell : record.cells()) {
      if (cell.outcome() == Outcome.FAILED) {
        terminal
            .err()
            .println(
                cell.cell().condition() + " seed " + cell.cell().seed() + ": " + cell.message());
      }
    }
    terminal.out().println();
    terminal.out().println("run     " + terminal.bold(record.run()));
    terminal.out().printf(Locale.ROOT, "time    %s%n", ProgressLine.duration(record.wallSeconds()));
    terminal.out().println("again   " + record.rerunLine());
  }

  private static String measured(ClaimResult claim) {
    String spread = Double.isNaN(claim.spread()) ? "" : " ± " + number(claim.spread());
    return number(claim.measured()) + spread;
  }

  static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
  }
}
