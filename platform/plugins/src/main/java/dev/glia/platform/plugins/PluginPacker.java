package dev.glia.platform.plugins;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.ModelFiles;
import dev.glia.platform.plugins.pack.BundleWriter;
import dev.glia.platform.plugins.pack.ModelText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Version;

/**
 * Makes a bundle without code of model files: {@link ModelFiles#DIRECTORY} holds them, and the
 * container registers them. The same files make the same bytes, whatever they're called and in
 * whichever order they're given.
 */
public final class PluginPacker {
  private static final Comparator<ModelText> ORDER =
      Comparator.comparing((ModelText model) -> model.descriptor().kind())
          .thenComparing(model -> model.descriptor().id())
          .thenComparing(model -> Version.parseVersion(model.descriptor().version()));

  private PluginPacker() {}

  /**
   * Packs models, after checking each of them.
   *
   * <p>The symbolic name is {@code glia.model.ID} for one model, {@code glia.models.NAME} for
   * several, NAME being the jar's; the version is that of the newest model. So a changed model
   * needs a new version to be installed over the old one.
   *
   * @param jar replaced if it's there; its directory must be
   * @throws Fault INPUT with file, line and column of the first mistake, or if two are the same
   *     model; EXTERNAL if a file can't be read or written
   */
  public static PackedPlugin pack(List<Path> models, Path jar) {
    if (models.isEmpty()) {
      throw Fault.input("no model file given to pack");
    }
    List<ModelText> texts = new ArrayList<>();
    models.forEach(file -> texts.add(ModelText.read(file)));
    texts.sort(ORDER);
    refuseTwins(texts);
    String symbolicName = symbolicName(texts, jar);
    String version = newest(texts);
    BundleWriter writer = new BundleWriter(symbolicName, version, title(texts));
    entries(texts).forEach(writer::file);
    String sha256 = writer.writeTo(jar);
    List<Descriptor> descriptors = texts.stream().map(ModelText::descriptor).toList();
    return new PackedPlugin(symbolicName, version, descriptors, jar, sha256);
  }

  private static void refuseTwins(List<ModelText> texts) {
    Map<String, ModelText> seen = new HashMap<>();
    for (ModelText text : texts) {
      String name = text.descriptor().kind().symbol() + " " + text.descriptor().reference();
      ModelText twin = seen.put(name, text);
      if (twin != null) {
        throw Fault.input(twin.file() + " and " + text.file() + " are both " + name);
      }
    }
  }

  private static String symbolicName(List<ModelText> texts, Path jar) {
    if (texts.size() == 1) {
      return "glia.model." + texts.get(0).descriptor().id();
    }
    String stem = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    String name = stem.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
    if (name.isEmpty()) {
      throw Fault.input(jar.getFileName() + " can't name a plugin: use letters and digits");
    }
    return "glia.models." + name;
  }

  private static String newest(List<ModelText> texts) {
    return texts.stream()
        .map(text -> Version.parseVersion(text.descriptor().version()))
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .toString();
  }

  private static String title(List<ModelText> texts) {
    return texts.size() == 1
        ? texts.get(0).descriptor().summary()
        : String.join(", ", texts.stream().map(text -> text.descriptor().id()).toList());
  }

  /** A file a model, named by its id; kind and version join in only where ids alone collide. */
  private static Map<String, byte[]> entries(List<ModelText> texts) {
    Map<String, Integer> uses = new HashMap<>();
    texts.forEach(text -> uses.merge(text.descriptor().id(), 1, Integer::sum));
    Map<String, byte[]> entries = new TreeMap<>();
    for (ModelText text : texts) {
      Descriptor model = text.descriptor();
      String name =
          uses.get(model.id()) == 1
              ? model.id()
              : model.id() + "-" + model.kind().symbol() + "-" + model.version();
      entries.put(ModelFiles.DIRECTORY + "/" + name + ModelFiles.SUFFIX, text.bytes());
    }
    return entries;
  }
}
