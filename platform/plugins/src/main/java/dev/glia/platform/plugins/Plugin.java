package dev.glia.platform.plugins;

import java.util.Objects;

/**
 * A plugin that the user has installed.
 *
 * @param symbolicName of its bundle
 * @param version of its bundle
 * @param sha256 of its jar, 64 lower-case hexadecimal digits
 * @param file name of its jar in the directory of plugins
 */
public record Plugin(String symbolicName, String version, String sha256, String file) {
  public Plugin {
    Objects.requireNonNull(symbolicName);
    Objects.requireNonNull(version);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(file);
  }
}
