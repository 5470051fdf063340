package dev.glia.integration;

import dev.glia.integration.fixture.AssembledContainer;
import dev.glia.integration.fixture.BundleManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The laws of docs/architecture.md, read off the manifests of an assembled container. */
final class Laws {

  private record Bundle(Path jar, BundleManifest manifest) {}

  private final List<Bundle> libraries;
  private final List<Bundle> api;
  private final List<Bundle> platform;
  private final List<Bundle> plugins;
  private final List<String> violations = new ArrayList<>();

  private Laws(AssembledContainer container) throws IOException {
    libraries = bundles(container, "libraries");
    api = bundles(container, "api");
    platform = bundles(container, "platform");
    plugins = bundles(container, "plugins");
  }

  /** A sentence for each violation; empty if all laws are kept. */
  static List<String> violations(AssembledContainer container) throws IOException {
    Laws laws = new Laws(container);
    laws.pluginsKnowTheApiOnly();
    laws.platformNamesNoPlugin();
    laws.onlyDriversSeeVectors();
    laws.exportedPackagesAreVersioned();
    return laws.violations;
  }

  private void pluginsKnowTheApiOnly() {
    Set<String> allowed = exported(api);
    allowed.addAll(exported(libraries));
    // What two plugins share may be a bundle among them that offers nothing itself.
    allowed.addAll(exported(plugins.stream().filter(p -> !p.manifest().offers()).toList()));
    for (Bundle plugin : plugins) {
      checkImports("plugin", plugin, allowed);
    }
  }

  private void platformNamesNoPlugin() throws IOException {
    Set<String> allowed = exported(api);
    allowed.addAll(exported(libraries));
    allowed.addAll(exported(platform));
    for (Bundle bundle : platform) {
      checkImports("platform bundle", bundle, allowed);
      for (Bundle plugin : plugins) {
        if (mentions(bundle.jar(), plugin.manifest().symbolicName())) {
          violations.add(
              "The platform bundle %s names the plugin %s in its code."
                  .formatted(bundle.manifest().symbolicName(), plugin.manifest().symbolicName()));
        }
      }
    }
  }

  private void onlyDriversSeeVectors() {
    for (List<Bundle> room : List.of(libraries, api, platform, plugins)) {
      for (Bundle bundle : room) {
        String name = bundle.manifest().symbolicName();
        if (bundle.manifest().imports().contains("jdk.incubator.vector")
            && !name.startsWith("dev.glia.drivers.")) {
          violations.add("%s imports jdk.incubator.vector and is no driver.".formatted(name));
        }
      }
    }
  }

  private void exportedPackagesAreVersioned() {
    for (List<Bundle> room : List.of(api, platform, plugins)) {
      for (Bundle bundle : room) {
        bundle
            .manifest()
            .exports()
            .forEach(
                (name, version) -> {
                  if (version.equals("0") || version.equals("0.0.0")) {
                    violations.add(
                        "%s exports %s without a version."
                            .formatted(bundle.manifest().symbolicName(), name));
                  }
                });
      }
    }
  }

  private void checkImports(String kind, Bundle bundle, Set<String> allowed) {
    for (String imported : bundle.manifest().imports()) {
      if (!isSystem(imported)
          && !allowed.contains(imported)
          && !bundle.manifest().exports().containsKey(imported)) {
        violations.add(
            "The %s %s imports %s, which is neither API nor a library."
                .formatted(kind, bundle.manifest().symbolicName(), imported));
      }
    }
  }

  /** Packages of the JDK, the framework, and what the launcher lends. */
  private static boolean isSystem(String name) {
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.")
        || name.startsWith("org.osgi.")
        || name.startsWith("org.slf4j")
        || name.startsWith("org.bytedeco.")
        || name.equals("com.sun.management")
        || name.startsWith("org.w3c.dom")
        || name.startsWith("org.xml.sax");
  }

  private static Set<String> exported(List<Bundle> bundles) {
    Set<String> packages = new HashSet<>();
    bundles.forEach(bundle -> packages.addAll(bundle.manifest().exports().keySet()));
    return packages;
  }

  private static List<Bundle> bundles(AssembledContainer container, String room)
      throws IOException {
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : container.jars(room)) {
      bundles.add(new Bundle(jar, BundleManifest.of(jar)));
    }
    return bundles;
  }

  /** Whether a class of the jar has the name among its constants, as a string or as a type. */
  private static boolean mentions(Path jar, String name) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          // Constants are stored as plain text; names in Latin letters read the same in Latin-1.
          String constants =
              new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
          if (constants.contains(name) || constants.contains(name.replace('.', '/'))) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
