package dev.glia.platform.cli;

import dev.glia.api.device.Forecast;
import java.util.Locale;

/** Shows how a driver would store the projections of a network. */
final class ForecastTable {
  private final Terminal terminal;

  ForecastTable(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Forecast forecast, String target) {
    terminal.out().println();
    if (forecast.entries().isEmpty()) {
      terminal.out().println(target + " doesn't tell how it stores projections");
      return;
    }
    TextTable table =
        new TextTable("projection", "form", "synapses", "B/synapse", "ns/event", "why");
    long bytes = 0;
    for (Forecast.Entry entry : forecast.entries()) {
      bytes += entry.bytes();
      table.row(
          entry.projection(),
          entry.form(),
          String.format(Locale.ROOT, "%,d", entry.synapses()),
          String.format(
              Locale.ROOT, "%.2f", entry.bytes() / (double) Math.max(1, entry.synapses())),
          String.format(Locale.ROOT, "%.2f", entry.nanosPerEvent()),
          entry.why());
    }
    table.print(terminal);
    long synapses = forecast.entries().stream().mapToLong(Forecast.Entry::synapses).sum();
    double nanos =
        forecast.entries().stream().mapToDouble(e -> e.synapses() * e.nanosPerEvent()).sum();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%,.1f MB of synapses, %.2f B each; if every neuron spikes ten times a second, about"
                + " %.3f s of CPU a simulated second to deliver them%n",
            bytes / 1e6,
            bytes / (double) Math.max(1, synapses),
            10 * nanos * 1e-9);
  }
}
