package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.api.interchange.ExportedNetwork;
import dev.glia.api.interchange.NetworkFormat;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an experiment's network for another tool. */
@Command(
    name = "convert",
    description = "Writes an experiment's network for another tool: NIR.",
    footer = {"", "  glia convert lab.yaml --to lab.nir"})
final class ConvertCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(paramLabel = "<experiment>", description = "A file or an example.")
  String experiment;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "<file>",
      description = "As lab.nir; its ending tells the format.")
  Path to;

  @Option(names = "--format", paramLabel = "<id>", description = "If the ending doesn't tell.")
  String format;

  @Option(names = "--force", description = "Replace a file that's there.")
  boolean force;

  @Mixin Settings settings = new Settings();

  ConvertCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    if (!force && Files.exists(to)) {
      throw Fault.input(to + ": is there already. Try another file, or --force.");
    }
    Experiment read =
        ExperimentReader.read(platform.examples().find(experiment), settings.overrides());
    ExportedNetwork exported;
    try (Lease<NetworkFormat> lease =
        FileComponents.formats(platform.catalog()).lease(format, to)) {
      NetworkFormat component = lease.component();
      exported =
          platform
              .runner()
              .examine(
                  read,
                  network ->
                      component.write(
                          network, new TypedOptions(component.descriptor()).check(List.of())));
    }
    try {
      Files.write(to, exported.content());
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, to + ": can't be written: " + failed, failed);
    }
    exported.notes().forEach(note -> platform.terminal().out().println("note: " + note));
    platform.terminal().out().println(to);
    return Exit.OK;
  }
}
