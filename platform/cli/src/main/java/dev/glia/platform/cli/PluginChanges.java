package dev.glia.platform.cli;

import dev.glia.platform.plugins.ContainerClient;
import dev.glia.platform.plugins.PluginInstaller;
import java.util.function.Function;

/**
 * Changes plugins for this user: in this container, which keeps the change for later ones, and in
 * every other container that runs now.
 */
final class PluginChanges {
  private final Platform platform;

  PluginChanges(Platform platform) {
    this.platform = platform;
  }

  void apply(Function<PluginInstaller, String> here, Function<ContainerClient, String> elsewhere) {
    platform.terminal().out().println(here.apply(platform.service(PluginInstaller.class)));
    for (ContainerClient container : ContainerClient.running(platform.user())) {
      if (container.pid() != ProcessHandle.current().pid()) {
        String message = elsewhere.apply(container);
        platform.terminal().out().println("container " + container.pid() + ": " + message);
      }
    }
  }
}
