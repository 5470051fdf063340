package dev.glia.platform.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A bundle made on the spot from test classes. */
public final class TestBundle {

  private final Manifest manifest = new Manifest();
  private final List<Class<?>> classes = new ArrayList<>();

  private TestBundle() {}

  /** Without content, of version 1.0.0. */
  public static TestBundle named(String symbolicName) {
    TestBundle jar = new TestBundle();
    return jar.header("Manifest-Version", "1.0")
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", symbolicName)
        .header("Bundle-Version", "1.0.0");
  }

  /** With a header of its manifest. */
  public TestBundle header(String name, String value) {
    manifest.getMainAttributes().put(new Attributes.Name(name), value);
    return this;
  }

  /** With a class, without its nested ones. */
  public TestBundle with(Class<?> type) {
    classes.add(type);
    return this;
  }

  /** With a class that starts and stops it. */
  public TestBundle activator(Class<?> activator) {
    return with(activator)
        .header("Bundle-Activator", activator.getName())
        .header("Import-Package", "org.osgi.framework");
  }

  /** Writes its jar, and the folders above it. */
  public Path writeTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Class<?> type : classes) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(jar);
        }
        jar.closeEntry();
      }
    }
    return file;
  }
}
