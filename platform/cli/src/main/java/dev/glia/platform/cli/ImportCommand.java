package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.interchange.ImportedExperiment;
import dev.glia.api.interchange.NetworkFormat;
import dev.glia.platform.catalog.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an experiment of another tool's file. */
@Command(
    name = "import",
    description = "Makes an experiment of a network of another tool: NIR.",
    footer = {
      "",
      "  glia import model.nir                     writes model.yaml beside it",
      "  glia import model.nir --to lab/m.yaml --set dt=\"1 ms\" --set step=euler",
      "  glia describe nir                         all options"
    })
final class ImportCommand implements Callable<Integer> {
  private final Platform platform;

  @picocli.CommandLine.Parameters(paramLabel = "<file>", description = "As model.nir.")
  Path file;

  @Option(
      names = "--to",
      paramLabel = "<experiment.yaml>",
      description = "The experiment; by default beside the file, by its name.")
  Path to;

  @Mixin FileOptions given = new FileOptions();

  @Option(names = "--force", description = "Replace an experiment that's there.")
  boolean force;

  ImportCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    Path target = to == null ? sibling(file) : to;
    if (!force && Files.exists(target)) {
      throw Fault.input(target + ": is there already. Try --to another file, or --force.");
    }
    String name = experimentName(target);
    try (Lease<NetworkFormat> lease =
        FileComponents.formats(platform.catalog()).lease(given.format, file)) {
      NetworkFormat component = lease.component();
      Parameters parameters = new TypedOptions(component.descriptor()).check(given.options);
      ImportedExperiment imported = component.read(file, name, parameters);
      write(imported, target);
      imported.notes().forEach(note -> platform.terminal().out().println("note: " + note));
    }
    platform.terminal().out().println(target + "  (glia run " + target + ")");
    return Exit.OK;
  }

  private static void write(ImportedExperiment imported, Path target) {
    Path folder = target.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : imported.files().entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
      Files.writeString(target, imported.yaml());
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, target + ": can't be written: " + failed, failed);
    }
  }

  private static Path sibling(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return file.resolveSibling(name + ".yaml");
  }

  /** An experiment's name: lower-case letters, digits, hyphens. */
  private static String experimentName(Path experiment) {
    String name =
        experiment
            .getFileName()
            .toString()
            .replaceFirst("\\.[^.]*$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_-]", "-");
    name = name.length() > 40 ? name.substring(0, 40) : name;
    return name.matches("[a-z].*") ? name : "n" + name;
  }
}
