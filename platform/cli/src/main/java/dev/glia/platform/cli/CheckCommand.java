package dev.glia.platform.cli;

import dev.glia.api.device.Fit;
import dev.glia.platform.runner.ExperimentReader;
import dev.glia.platform.runner.Plan;
import dev.glia.v1.ComponentLease;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks an experiment without running it. */
@Command(name = "check", description = "Checks an experiment and shows what it would run.")
final class CheckCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(paramLabel = "<experiment>", description = "A file or an example.")
  String experiment;

  @Mixin Settings settings = new Settings();

  @Option(names = "--json", description = "Print the plan as JSON.")
  boolean json;

  @Option(
      names = "--explain",
      description = "Show how the target would store each projection, why, and what it costs.")
  boolean explain;

  @Option(
      names = "--terms",
      description = "Show what the target makes of each term, even if it takes all as they are.")
  boolean terms;

  CheckCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    Plan plan =
        platform
            .runner()
            .check(
                ExperimentReader.read(platform.examples().find(experiment), settings.overrides()));
    if (json) {
      Json.print(platform.terminal(), PlanView.of(plan));
    } else {
      print(plan);
    }
    return plan.fit().fits() ? Exit.OK : Exit.BAD_INPUT;
  }

  private void print(Plan plan) {
    Terminal terminal = platform.terminal();
    TextTable populations = new TextTable("population", "model", "neurons");
    plan.populations()
        .forEach(p -> populations.row(p.name(), p.model(), String.format("%,d", p.size())));
    populations.print(terminal);
    if (!plan.projections().isEmpty()) {
      terminal.out().println();
      TextTable projections =
          new TextTable("projection", "synapse", "into", "synapses", "learning");
      plan.projections()
          .forEach(
              p ->
                  projections.row(
                      p.name(),
                      p.synapse(),
                      p.into(),
                      String.format("%,d", p.synapses()),
                      String.join(", ", p.learning())));
      projections.print(terminal);
    }
    if (explain) {
      new ForecastTable(terminal).print(plan.forecast(), plan.target());
    }
    new MappingTable(terminal).print(plan.mapping(), plan.target(), terms);
    terminal.out().println();
    TextTable components = new TextTable("component", "version", "bundle");
    for (ComponentLease lease : plan.components()) {
      components.row(lease.getId(), lease.getVersion(), lease.getBundle());
    }
    components.print(terminal);
    terminal.out().println();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%,d ticks on %s, about %,d synapses and %,.1f MB%n",
            plan.ticks(),
            plan.target(),
            plan.synapses(),
            plan.bytes() / 1e6);
    plan.notes().forEach(note -> terminal.out().println("note: " + note));
    for (Fit.Finding finding : plan.fit().problems()) {
      terminal
          .err()
          .println(plan.target() + " can't run " + finding.where() + ": " + finding.what());
    }
  }
}
