package dev.glia.platform.plugins;

import dev.glia.api.component.Fault;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs and removes plugins in this container and in the user's list of plugins, which every
 * later container loads. A change happens as a whole or not at all. Safe for any thread and for
 * several containers of one user; one change at a time, calls may block for seconds.
 */
@ProviderType
public interface PluginInstaller {
  /**
   * Installs a plugin. It's checked, started and looked at beside an older version of the same
   * symbolic name, which it then replaces: new leases get the new one, the old one goes when its
   * last lease is closed. A lower version replaces a higher one in the same way. Installing what is
   * installed already changes nothing.
   *
   * @param jar copied; not needed afterwards
   * @throws Fault INPUT if the jar is no plugin that can work here, in one message that says why;
   *     EXTERNAL if it can't be read or written. Nothing has changed then.
   */
  PluginChange install(Path jar);

  /**
   * Removes a plugin. Its leases stay usable until they're closed.
   *
   * @param version empty if only one version is installed
   * @throws Fault MISSING if it isn't installed, or isn't the user's but the container's
   */
  PluginChange remove(String symbolicName, String version);

  /** The user's plugins, by symbolic name, then version. */
  List<Plugin> plugins();
}
