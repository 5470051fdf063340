package dev.glia.platform.cli;

import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.StoredRun;
import java.util.Locale;

/** What is printed of a run that the store has. */
final class StoredRunSummary {
  private final Terminal terminal;

  StoredRunSummary(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(StoredRun record) {
    if (record.spec().isStudy()) {
      claims(record);
    } else {
      numbers(record);
    }
    for (CellRecord cell : record.cells()) {
      if (cell.outcome() == Outcome.FAILED) {
        terminal.err().println(cell.cell() + ": " + cell.message());
      }
    }
    terminal.out().println();
    terminal.out().println("run     " + terminal.bold(record.run()));
    if (record.outcome() != Outcome.COMPLETED) {
      terminal.out().println("outcome " + record.outcome().symbol());
    }
    if (!record.spec().isStudy()) {
      experiment(record);
    }
    terminal.out().printf(Locale.ROOT, "time    %s%n", ProgressLine.duration(record.wallSeconds()));
    terminal.out().println("again   " + record.rerunLine());
    if (!record.resumeLine().isEmpty()) {
      terminal.out().println("go on   " + record.resumeLine());
    }
  }

  private void claims(StoredRun record) {
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
  }

  private void numbers(StoredRun record) {
    for (CellRecord cell : record.cells()) {
      TextTable table = new TextTable("metric", "value", "unit");
      cell.numbers()
          .forEach(
              (name, value) -> table.row(name, number(value), cell.units().getOrDefault(name, "")));
      if (!table.isEmpty()) {
        table.print(terminal);
      }
    }
  }

  private void experiment(StoredRun record) {
    terminal.out().println("seed    " + Long.toUnsignedString(record.spec().seeds().getFirst()));
    if (!record.spec().settings().isEmpty()) {
      terminal.out().println("set     " + String.join(", ", record.spec().settings()));
    }
    for (CellRecord cell : record.cells()) {
      if (!cell.spikes().isEmpty()) {
        terminal.out().println("spikes  " + cell.spikes());
      }
    }
    if (!record.directory().isEmpty()) {
      terminal.out().println("results " + record.directory());
    }
  }

  private static String measured(ClaimResult claim) {
    String spread = Double.isNaN(claim.spread()) ? "" : " ± " + number(claim.spread());
    return number(claim.measured()) + spread;
  }

  static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
  }
}
