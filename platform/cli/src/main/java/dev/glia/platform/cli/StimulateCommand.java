package dev.glia.platform.cli;

import dev.glia.platform.runner.InterventionReader;
import dev.glia.v1.Intervention;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stimulates neurons of a run that goes on. */
@Command(
    name = "stimulate",
    description = "Forces spikes on neurons of a running run, or gives them a current.",
    footer = {
      "",
      "  glia stimulate latest cells --spikes 20 --for '10 ms'           20 in all, at random",
      "  glia stimulate latest 'cells[0..9]' --rate '200 Hz' --for '50 ms'",
      "  glia stimulate latest cells --current '0.3 nA' --for '100 ms'"
    })
final class StimulateCommand implements Callable<Integer> {
  private final Platform platform;

  @Mixin ChangedRun run = new ChangedRun();

  @Parameters(
      index = "1",
      paramLabel = "<neurons>",
      description = "A population, or a part of it: cells[0..9].")
  String neurons;

  @Option(names = "--spikes", paramLabel = "<n>", description = "Forced spikes, so many in all.")
  String spikes;

  @Option(names = "--rate", paramLabel = "<rate>", description = "Forced spikes of each neuron.")
  String rate;

  @Option(names = "--current", paramLabel = "<current>", description = "A current into an input.")
  String current;

  @Option(
      names = "--into",
      paramLabel = "<input>",
      description = "Input of the model that the current goes into, where it has several.")
  String into;

  @Option(names = "--for", paramLabel = "<time>", required = true, description = "How long.")
  String duration;

  StimulateCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    Intervention what =
        InterventionReader.stimulate(
            neurons,
            duration,
            Optional.ofNullable(spikes),
            Optional.ofNullable(rate),
            Optional.ofNullable(current),
            Optional.ofNullable(into));
    return run.intervene(what, platform);
  }
}
