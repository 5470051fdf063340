package dev.glia.platform.cli;

import dev.glia.platform.runner.InterventionReader;
import dev.glia.platform.store.RunStore;
import dev.glia.v1.Intervention;
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

  @Parameters(
      index = "0",
      paramLabel = "<run>",
      description = "Its id, the beginning of it, or `latest`.")
  String run;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "<population.name>=<value>",
      description = "All of them at one tick, or none if one is wrong.")
  List<String> values;

  @Mixin StoreFolder folder = new StoreFolder();

  SetCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    Intervention what = InterventionReader.set(values);
    try (RunStore store = folder.open(platform)) {
      LiveRun.find(run, platform, store).intervene(what, platform.terminal());
    }
    return Exit.OK;
  }
}
