package dev.glia.platform.cli;

import dev.glia.platform.store.Comparison;
import dev.glia.platform.store.RunStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what differs between runs. */
@Command(name = "compare", description = "Shows what differs between runs.")
final class CompareCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(arity = "2..*", paramLabel = "<run>")
  List<String> runs;

  @Option(names = "--all", description = "Also what is equal.")
  boolean all;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  @Mixin StoreFolder folder = new StoreFolder();

  CompareCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    try (RunStore store = folder.open(platform)) {
      Comparison comparison = store.compare(runs);
      if (json) {
        Json.print(platform.terminal(), comparison);
        return Exit.OK;
      }
      new ComparisonTable(platform.terminal()).print(comparison, all);
      platform
          .terminal()
          .out()
          .println(comparison.sameResults() ? "all numbers are equal" : "results differ");
      return Exit.OK;
    }
  }
}
