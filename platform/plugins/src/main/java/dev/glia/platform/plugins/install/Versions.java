package dev.glia.platform.plugins.install;

import org.osgi.framework.Version;

/** Versions in files that anybody may have edited. */
final class Versions {
  private Versions() {}

  /** The version, or the lowest one if the text is none. */
  static Version of(String text) {
    try {
      return Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      return Version.emptyVersion;
    }
  }
}
