package dev.glia.platform.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a plugin, also from containers that run. */
@Command(name = "remove", description = "Removes a plugin; what runs with it may finish.")
final class RemoveCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(
      paramLabel = "<bundle>",
      description = "Symbolic name, or name@version: `glia bundles` shows them.")
  String bundle;

  RemoveCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    int at = bundle.indexOf('@');
    String name = at < 0 ? bundle : bundle.substring(0, at);
    String version = at < 0 ? "" : bundle.substring(at + 1);
    new PluginChanges(platform)
        .apply(
            installer -> installer.remove(name, version).message(),
            container -> container.remove(name, version));
    return Exit.OK;
  }
}
