package dev.glia.platform.plugins.install;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.platform.catalog.ModelFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** What can be known of a jar before it's given to the framework. */
final class JarInspection {
  private JarInspection() {}

  /**
   * Reads the manifest and all model files.
   *
   * @throws Fault INPUT saying what is wrong, with the place if it's in a model file
   */
  static PluginManifest inspect(StagedJar staged) {
    try (JarFile jar = new JarFile(staged.file().toFile())) {
      PluginManifest manifest = PluginManifest.of(staged.name(), jar);
      checkModels(staged.name(), jar);
      return manifest;
    } catch (IOException | SecurityException | IllegalArgumentException e) {
      throw new Fault(
          Fault.Kind.INPUT,
          staged.name() + " isn't a readable jar, it may be truncated: " + e.getMessage(),
          e);
    }
  }

  private static void checkModels(String name, JarFile jar) throws IOException {
    Map<String, String> files = new HashMap<>();
    List<? extends ZipEntry> entries = Collections.list(jar.entries());
    for (ZipEntry entry : entries) {
      if (isModel(entry.getName())) {
        Descriptor model = read(name, jar, entry).descriptor();
        String reference = model.kind().symbol() + " " + model.reference();
        String other = files.put(reference, entry.getName());
        if (other != null) {
          throw Fault.input(
              name + ": " + other + " and " + entry.getName() + " are both " + reference);
        }
      }
    }
  }

  private static boolean isModel(String entry) {
    String prefix = ModelFiles.DIRECTORY + "/";
    return entry.startsWith(prefix)
        && entry.endsWith(ModelFiles.SUFFIX)
        && entry.indexOf('/', prefix.length()) < 0;
  }

  private static ModelFile read(String name, JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(ModelFiles.MOST_BYTES + 1);
      String file = name + "!/" + entry.getName();
      if (bytes.length > ModelFiles.MOST_BYTES) {
        throw Fault.input(file + " has more than " + ModelFiles.MOST_BYTES + " bytes");
      }
      return ModelFile.read(file, new ByteArrayInputStream(bytes));
    }
  }
}
