import dev.glia.api.component.ComponentKind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes {@code components.tsv}: what each bundle on the class path offers, so that a container can
 * say which bundle a missing component would come from, even if that bundle isn't there.
 *
 * <p>Run by the build with the container's jars as the class path. A line has the kind, id and
 * version of the component, and the symbolic name and version of its bundle, with tabs between.
 * Nothing is started for it: components of Java are read off their descriptions, models off their
 * files.
 */
public final class ComponentIndexer {

  private static final String MODELS = "OSGI-INF/glia/";
  private static final String DESCRIPTIONS = "OSGI-INF/";

  private final List<String> lines = new ArrayList<>();

  /** The argument is the file to write. */
  public static void main(String[] arguments) throws Exception {
    ComponentIndexer indexer = new ComponentIndexer();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        indexer.read(Path.of(entry));
      }
    }
    Collections.sort(indexer.lines);
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    Files.write(file, indexer.lines);
  }

  private void read(Path jar) throws Exception {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getManifest() == null) {
        return;
      }
      Attributes manifest = file.getManifest().getMainAttributes();
      String name = manifest.getValue("Bundle-SymbolicName");
      if (name == null) {
        return;
      }
      String bundle = name.replaceAll(";.*", "") + "\t" + manifest.getValue("Bundle-Version");
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().startsWith(MODELS) && entry.getName().endsWith(".yaml")) {
          readModel(jar + "!" + entry.getName(), text(file, entry), bundle);
        } else if (entry.getName().startsWith(DESCRIPTIONS) && entry.getName().endsWith(".xml")) {
          try (InputStream in = file.getInputStream(entry)) {
            readDescription(
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in), bundle);
          }
        }
      }
    }
  }

  /** Three keys of the top level are all it takes, so this needs no YAML parser. */
  private void readModel(String where, String text, String bundle) {
    Map<String, String> keys = new HashMap<>();
    for (String line : text.lines().toList()) {
      if (line.matches("(kind|id|version):.*")) {
        String[] pair = line.split(":", 2);
        keys.put(pair[0], pair[1].replaceAll("\\s+#.*", "").replaceAll("[\"']", "").strip());
      }
    }
    for (String key : List.of("kind", "id", "version")) {
      if (!keys.containsKey(key)) {
        throw new IllegalStateException(where + " has no line '" + key + ": ...'");
      }
    }
    add(keys.get("kind"), keys.get("id"), keys.get("version"), bundle);
  }

  private void readDescription(Document document, String bundle) {
    Map<String, String> properties = new HashMap<>();
    NodeList property = document.getElementsByTagName("property");
    for (int i = 0; i < property.getLength(); i++) {
      Element element = (Element) property.item(i);
      properties.put(element.getAttribute("name"), element.getAttribute("value"));
    }
    NodeList provided = document.getElementsByTagName("provide");
    for (int i = 0; i < provided.getLength(); i++) {
      String service = ((Element) provided.item(i)).getAttribute("interface");
      for (ComponentKind kind : ComponentKind.values()) {
        if (kind.service().equals(service)) {
          add(kind.symbol(), properties.get("glia.id"), properties.get("glia.version"), bundle);
        }
      }
    }
  }

  private void add(String kind, String id, String version, String bundle) {
    lines.add(String.join("\t", kind, id, version, bundle));
  }

  private static String text(JarFile file, JarEntry entry) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
