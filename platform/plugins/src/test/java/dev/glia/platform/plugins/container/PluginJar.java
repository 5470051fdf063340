package dev.glia.platform.plugins.container;

import dev.glia.api.component.ComponentKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A plugin that is put together on the spot, of classes that the test has anyway. */
public final class PluginJar {
  private final String symbolicName;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private String version = "1.0.0";
  private String components = "";

  private PluginJar(String symbolicName) {
    this.symbolicName = symbolicName;
  }

  public static PluginJar of(String symbolicName) {
    return new PluginJar(symbolicName);
  }

  public PluginJar version(String number) {
    version = number;
    return this;
  }

  public PluginJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds a class without its nested ones. */
  public PluginJar with(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      return file(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a class and declares it as a component; it gets its properties in {@code activate}. */
  public PluginJar component(Class<?> type, ComponentKind kind, String id, String number) {
    return with(type).declare(type.getName(), kind, id, number);
  }

  /** Declares a component whose class may be missing. */
  public PluginJar declare(String type, ComponentKind kind, String id, String number) {
    String name = "OSGI-INF/" + kind.symbol() + "-" + id + ".xml";
    components += (components.isEmpty() ? "" : ",") + name;
    String xml =
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" activate="activate">
          <implementation class="%s"/>
          <property name="glia.id" value="%s"/>
          <property name="glia.version" value="%s"/>
          <service><provide interface="%s"/></service>
        </scr:component>
        """
            .formatted(
                symbolicName + "." + kind.symbol() + "." + id, type, id, number, kind.service());
    return file(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a model file. */
  public PluginJar model(String name, String text) {
    return file("OSGI-INF/glia/" + name, text.getBytes(StandardCharsets.UTF_8));
  }

  public PluginJar file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  /** Writes it to a new file in a directory. */
  public Path in(Path directory) {
    try {
      Path jar = Files.createTempFile(directory, "plugin-", ".jar");
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream zip = new JarOutputStream(out, manifest())) {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(file.getKey()));
          zip.write(file.getValue());
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
    manifest.getMainAttributes().putValue("Bundle-Version", version);
    if (!components.isEmpty()) {
      manifest.getMainAttributes().putValue("Service-Component", components);
      manifest
          .getMainAttributes()
          .putValue(
              "Import-Package",
              "dev.glia.api.component;version=\"[1.0,2)\",dev.glia.api.topology;version=\"[1.0,2)\"");
    }
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    return manifest;
  }
}
