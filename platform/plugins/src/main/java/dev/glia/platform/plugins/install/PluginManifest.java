package dev.glia.platform.plugins.install;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Who a jar says it is. */
record PluginManifest(String symbolicName, Version version) {
  /** Also keeps file names and the lines of the list of plugins sane. */
  private static final Pattern SYMBOLIC_NAME =
      Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  private static final int LONGEST_NAME = 150;

  /**
   * Reads it.
   *
   * @param name of the jar, for messages
   * @throws Fault if the jar isn't a bundle that can be a plugin
   */
  static PluginManifest of(String name, JarFile jar) throws IOException {
    Manifest manifest = jar.getManifest();
    Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
    String header = main.getValue(Constants.BUNDLE_SYMBOLICNAME);
    if (header == null || !"2".equals(trimmed(main, Constants.BUNDLE_MANIFESTVERSION))) {
      throw Fault.input(
          name
              + " isn't a bundle: its manifest lacks "
              + (header == null ? "Bundle-SymbolicName" : "Bundle-ManifestVersion: 2")
              + "; 'glia pack' makes plugins of model files");
    }
    String symbolicName = header.split(";", 2)[0].strip();
    if (!SYMBOLIC_NAME.matcher(symbolicName).matches() || symbolicName.length() > LONGEST_NAME) {
      throw Fault.input(name + ": '" + symbolicName + "' is no Bundle-SymbolicName");
    }
    if (main.getValue(Constants.FRAGMENT_HOST) != null) {
      throw Fault.input(
          name + " is a fragment of " + main.getValue(Constants.FRAGMENT_HOST) + ", no plugin");
    }
    return new PluginManifest(symbolicName, version(name, main));
  }

  private static Version version(String name, Attributes main) {
    String text = trimmed(main, Constants.BUNDLE_VERSION);
    if (text == null) {
      throw Fault.input(name + ": its manifest lacks Bundle-Version, as 1.0.0");
    }
    try {
      return Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      throw Fault.input(name + ": '" + text + "' is no Bundle-Version, write it as 1.0.0");
    }
  }

  private static String trimmed(Attributes attributes, String header) {
    String value = attributes.getValue(header);
    return value == null ? null : value.strip();
  }

  /** {@code dev.example.lif 1.1.0}. */
  String label() {
    return symbolicName + " " + version;
  }

  String fileName() {
    return fileName(symbolicName, version.toString());
  }

  static String fileName(String symbolicName, String version) {
    return symbolicName + "-" + version + ".jar";
  }
}
