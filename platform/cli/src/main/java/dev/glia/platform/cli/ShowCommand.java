package dev.glia.platform.cli;

import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a run. */
@Command(name = "show", description = "Shows a run: claims or numbers, and where its report is.")
final class ShowCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(paramLabel = "<run>", description = "Its id, the beginning of it, or `latest`.")
  String run;

  @Option(names = "--png", paramLabel = "<dir>", description = "Also write its figures as PNG.")
  Path png;

  @Mixin StoreFolder folder = new StoreFolder();

  ShowCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    try (RunStore store = folder.open(platform)) {
      StoredRun record = store.show(run);
      new StoredRunSummary(platform.terminal()).print(record);
      platform.terminal().out().println();
      for (CellRecord cell : record.spec().isStudy() ? record.cells() : List.<CellRecord>of()) {
        platform.terminal().out().println(line(cell));
      }
      Reports reports = new Reports(platform, store);
      platform.terminal().out().println("report  " + reports.write(record));
      if (png != null) {
        reports.figures(record, png).forEach(platform.terminal().out()::println);
      }
      return Exit.OK;
    }
  }

  private static String line(CellRecord cell) {
    List<String> numbers = new ArrayList<>();
    cell.numbers()
        .forEach((name, value) -> numbers.add(name + " " + StoredRunSummary.number(value)));
    return cell.cell().condition()
        + " seed "
        + cell.cell().seed()
        + "  "
        + cell.outcome().symbol()
        + "  "
        + String.join("  ", numbers);
  }
}
