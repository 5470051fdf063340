package dev.glia.platform.cli;

import dev.glia.platform.plugins.ContainerClient;
import dev.glia.v1.BundleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.osgi.framework.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists bundles: of this container, or of those that run. */
@Command(name = "bundles", description = "Lists the container's bundles; --running: of others.")
final class BundlesCommand implements Callable<Integer> {
  private final Platform platform;

  @Option(names = "--running", description = "Those of the containers that run now.")
  boolean running;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  BundlesCommand(Platform platform) {
    this.platform = platform;
  }

  /** A bundle as JSON shows it; {@code container} is a process id, 0 for this one. */
  record Row(
      long container,
      String bundle,
      String version,
      String state,
      int leases,
      List<String> offers) {}

  @Override
  public Integer call() {
    List<Row> rows = running ? others() : own();
    if (json) {
      Json.print(platform.terminal(), rows);
      return Exit.OK;
    }
    if (rows.isEmpty()) {
      platform.terminal().err().println("no other container runs");
      return Exit.OK;
    }
    TextTable table =
        running
            ? new TextTable("container", "bundle", "version", "state", "leases", "offers")
            : new TextTable("bundle", "version", "state");
    for (Row row : rows) {
      if (running) {
        table.row(
            Long.toString(row.container()),
            row.bundle(),
            row.version(),
            row.state(),
            Integer.toString(row.leases()),
            String.join(", ", row.offers()));
      } else {
        table.row(row.bundle(), row.version(), row.state());
      }
    }
    table.print(platform.terminal());
    return Exit.OK;
  }

  private List<Row> own() {
    return Arrays.stream(platform.context().getBundles())
        .filter(bundle -> bundle.getBundleId() != 0)
        .sorted(Comparator.comparing(Bundle::getSymbolicName).thenComparing(Bundle::getVersion))
        .map(
            b -> new Row(0, b.getSymbolicName(), b.getVersion().toString(), state(b), 0, List.of()))
        .toList();
  }

  private List<Row> others() {
    List<Row> rows = new ArrayList<>();
    for (ContainerClient container : ContainerClient.running(platform.user())) {
      if (container.pid() == ProcessHandle.current().pid()) {
        continue;
      }
      for (BundleInfo bundle : container.bundles()) {
        rows.add(
            new Row(
                container.pid(),
                bundle.getSymbolicName(),
                bundle.getVersion(),
                bundle.getState(),
                bundle.getLeases(),
                bundle.getOffersList().stream()
                    .map(offer -> offer.getId() + "@" + offer.getVersion())
                    .toList()));
      }
    }
    return rows;
  }

  private static String state(Bundle bundle) {
    return switch (bundle.getState()) {
      case Bundle.ACTIVE -> "active";
      case Bundle.RESOLVED -> "resolved";
      case Bundle.INSTALLED -> "unresolved";
      case Bundle.STARTING -> "starting";
      case Bundle.STOPPING -> "stopping";
      default -> "uninstalled";
    };
  }
}
