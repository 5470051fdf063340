package dev.glia.platform.plugins.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** The checksum of the jar that a bundle was installed from, told from its location. */
final class ContentHash {
  /** How locations of bundles begin that were installed while the container ran. */
  static final String PLUGIN = "glia-plugin:";

  private static final String REFERENCE = "reference:";

  private ContentHash() {}

  /** The location of a plugin, which holds its checksum. */
  static String location(PluginManifest manifest, String sha256) {
    return PLUGIN + manifest.symbolicName() + "/" + manifest.version() + "/" + sha256;
  }

  /** Empty if it can't be told. */
  static Optional<String> of(Bundle bundle) {
    String location = bundle.getLocation();
    if (location.startsWith(PLUGIN)) {
      return Optional.of(location.substring(location.lastIndexOf('/') + 1));
    }
    try {
      String url =
          location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location;
      try (InputStream in = Files.newInputStream(Path.of(URI.create(url)))) {
        return Optional.of(Sha256.copy(in, OutputStream.nullOutputStream()));
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
