package dev.glia.platform.plugins.container;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The bundles on the class path of the test, be they jars or directories of classes. */
final class ClassPathBundles {
  private record Found(Path place, Manifest manifest) {}

  private final Map<String, Found> bundles = new HashMap<>();

  ClassPathBundles() {
    try {
      for (URL url :
          Collections.list(
              ClassPathBundles.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
        Manifest manifest = new Manifest(url.openStream());
        String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        if (name != null) {
          bundles.putIfAbsent(name.split(";")[0].strip(), new Found(place(url), manifest));
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The packages that a bundle exports, as its manifest has them. */
  String exports(String symbolicName) {
    return found(symbolicName).manifest().getMainAttributes().getValue("Export-Package");
  }

  /** The bundle as a jar. */
  Path jar(String symbolicName, Path directory) {
    return write(found(symbolicName), List.of(), directory.resolve(symbolicName + ".jar"));
  }

  /**
   * The bundle as a jar that takes packages of its own from elsewhere, if they're there: so the
   * test and the bundle share the types.
   */
  Path jarThatImports(String symbolicName, List<String> packages, Path directory) {
    return write(found(symbolicName), packages, directory.resolve(symbolicName + ".jar"));
  }

  private Found found(String symbolicName) {
    Found found = bundles.get(symbolicName);
    if (found == null) {
      throw new IllegalStateException(symbolicName + " isn't on the class path of the test");
    }
    return found;
  }

  private static Path write(Found bundle, List<String> imports, Path jar) {
    if (Files.isRegularFile(bundle.place()) && imports.isEmpty()) {
      return bundle.place();
    }
    Manifest manifest = new Manifest(bundle.manifest());
    String all = manifest.getMainAttributes().getValue("Import-Package");
    for (String name : imports) {
      all += "," + name;
    }
    manifest.getMainAttributes().putValue("Import-Package", all);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(bundle.place())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = bundle.place().relativize(file).toString();
        if (!name.equals("META-INF/MANIFEST.MF")) {
          zip.putNextEntry(new ZipEntry(name));
          Files.copy(file, zip);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(URL manifest) throws IOException, URISyntaxException {
    if (manifest.openConnection() instanceof JarURLConnection jar) {
      return Path.of(jar.getJarFileURL().toURI());
    }
    return Path.of(URI.create(manifest.toString())).getParent().getParent();
  }
}
