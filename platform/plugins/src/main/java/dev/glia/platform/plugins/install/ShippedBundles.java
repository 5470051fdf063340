package dev.glia.platform.plugins.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/**
 * The bundles that came with the container, in {@code bundles/ROOM/*.jar} of its directory.
 *
 * @param home the container's directory; empty if it's unknown
 */
record ShippedBundles(Optional<Path> home) {
  private static final int DEPTH = 2;

  /** Where the framework would read a bundle of this name from. */
  Optional<String> location(String symbolicName) {
    for (Path jar : jars()) {
      if (symbolicName.equals(symbolicName(jar))) {
        return Optional.of("reference:" + jar.toUri());
      }
    }
    return Optional.empty();
  }

  private List<Path> jars() {
    Optional<Path> bundles = home.map(path -> path.resolve("bundles")).filter(Files::isDirectory);
    if (bundles.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(bundles.get(), DEPTH)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String symbolicName(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String header =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      return header == null ? "" : header.split(";", 2)[0].strip();
    } catch (IOException e) {
      return "";
    }
  }
}
