package dev.glia.platform.cli;

import dev.glia.platform.runner.InterventionReader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets parameters and state variables of a run that goes on. */
@Command(
    name = "set",
    description = "Sets parameters or state variables of a running run.",
    footer = {
      "",
      "  glia set latest cells.tau_m='15 ms'",
      "  glia set latest cells.v='{uniform: [-65 mV, -50 mV]}' cells.v_threshold='-48 mV'"
    })
final class SetCommand implements Callable<Integer> {
  private final Platform platform;

  @Mixin ChangedRun run = new ChangedRun();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "<population.name>=<value>",
      description = "All of them at one tick, or none if one is wrong.")
  List<String> values;

  SetCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    return run.intervene(InterventionReader.set(values), platform);
  }
}
