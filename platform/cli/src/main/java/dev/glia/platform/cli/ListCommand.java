package dev.glia.platform.cli;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.Offer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists components. */
@Command(name = "list", description = "Lists what can be used: neurons, synapses, learning, …")
final class ListCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(arity = "0..1", paramLabel = "<kind>", description = "Only these; all if left out.")
  String kind;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  ListCommand(Platform platform) {
    this.platform = platform;
  }

  /** A component as JSON shows it. */
  record Row(String kind, String id, String version, String summary, String bundle) {}

  @Override
  public Integer call() {
    List<Row> rows = new ArrayList<>();
    for (ComponentKind each :
        kind == null ? ComponentKind.values() : new ComponentKind[] {kind()}) {
      for (Offer offer : platform.catalog().offers(each)) {
        rows.add(
            new Row(
                each.plural(),
                offer.descriptor().id(),
                offer.descriptor().version(),
                offer.descriptor().summary(),
                offer.bundle() + "@" + offer.bundleVersion()));
      }
    }
    if (json) {
      Json.print(platform.terminal(), rows);
    } else {
      print(rows);
    }
    return Exit.OK;
  }

  private ComponentKind kind() {
    return Arrays.stream(ComponentKind.values())
        .filter(k -> k.plural().equals(kind) || k.symbol().equals(kind))
        .findFirst()
        .orElseThrow(() -> Fault.input("no kind '" + kind + "': " + kinds()));
  }

  private static String kinds() {
    return String.join(
        ", ", Arrays.stream(ComponentKind.values()).map(ComponentKind::plural).toList());
  }

  private void print(List<Row> rows) {
    String last = "";
    TextTable table = null;
    for (Row row : rows) {
      if (!row.kind().equals(last)) {
        if (table != null) {
          table.print(platform.terminal());
          platform.terminal().out().println();
        }
        table = new TextTable(row.kind(), "version", "");
        last = row.kind();
      }
      table.row(row.id(), row.version(), row.summary());
    }
    if (table == null) {
      platform.terminal().err().println("nothing of this kind is installed");
    } else {
      table.print(platform.terminal());
    }
  }
}
