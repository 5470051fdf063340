package dev.glia.platform.cli;

import dev.glia.platform.runner.InterventionReader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Silences parts of a run that goes on. */
@Command(
    name = "lesion",
    description = "Silences neurons or projections of a running run for good.",
    footer = {"", "  glia lesion latest 'cells[0..9]'", "  glia lesion latest 'noise->cells'"})
final class LesionCommand implements Callable<Integer> {
  private final Platform platform;

  @Mixin ChangedRun run = new ChangedRun();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "<part>",
      description = "A population, cells[3], cells[0..9], or a projection.")
  List<String> parts;

  LesionCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    return run.intervene(InterventionReader.lesion(parts), platform);
  }
}
