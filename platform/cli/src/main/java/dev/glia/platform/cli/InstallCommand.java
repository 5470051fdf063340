package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Installs plugins, also into containers that run. */
@Command(
    name = "install",
    description = {
      "Installs plugins for now and for later starts.",
      "Containers that run get them at once: what runs keeps its version, what comes next takes the"
          + " new one."
    })
final class InstallCommand implements Callable<Integer> {
  private final Platform platform;

  @Parameters(arity = "1..*", paramLabel = "<plugin.jar>")
  List<Path> jars;

  InstallCommand(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    for (Path jar : jars) {
      if (!Files.isRegularFile(jar)) {
        throw Fault.input("no file '" + jar + "'");
      }
      Path absolute = jar.toAbsolutePath();
      new PluginChanges(platform)
          .apply(
              installer -> installer.install(absolute).message(),
              container -> container.install(absolute));
    }
    return Exit.OK;
  }
}
