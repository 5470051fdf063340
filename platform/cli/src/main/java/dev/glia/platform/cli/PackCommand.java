package dev.glia.platform.cli;

import dev.glia.api.component.Descriptor;
import dev.glia.platform.plugins.PackedPlugin;
import dev.glia.platform.plugins.PluginPacker;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a plugin of model files. */
@Command(name = "pack", description = "Makes a plugin of model files: no Java needed.")
final class PackCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(arity = "1..*", paramLabel = "<model.yaml>", description = "Checked first.")
  List<Path> models;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "<plugin.jar>",
      description = "The jar; by default named after the first model.")
  Path jar;

  PackCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    Path target = jar == null ? sibling(models.get(0)) : jar;
    PackedPlugin packed = PluginPacker.pack(models, target);
    TextTable table = new TextTable("kind", "model", "version");
    for (Descriptor model : packed.models()) {
      table.row(model.kind().symbol(), model.id(), model.version());
    }
    table.print(platform.terminal());
    platform.terminal().out().println(packed.jar() + "  (glia install " + packed.jar() + ")");
    return Exit.OK;
  }

  private static Path sibling(Path model) {
    String name = model.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return model.resolveSibling(name + ".jar");
  }
}
