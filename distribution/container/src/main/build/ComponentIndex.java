import dev.glia.api.component.ComponentKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes down which bundle offers which component, so that a container from which a bundle was
 * taken can still say where a missing component would come from.
 *
 * <p>Run at build time: {@code java -cp api-services.jar ComponentIndex.java <container>}. The
 * index is {@code components.tsv}: kind, id, version, symbolic name, bundle version.
 */
final class ComponentIndex {
  private static final String MODELS = "OSGI-INF/glia/";

  private ComponentIndex() {}

  public static void main(String[] arguments) throws Exception {
    Path container = Path.of(arguments[0]);
    TreeSet<String> lines = new TreeSet<>();
    try (Stream<Path> jars = Files.list(container.resolve("bundles/plugins"))) {
      for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
        lines.addAll(components(jar));
      }
    }
    Files.writeString(container.resolve("components.tsv"), String.join("\n", lines) + "\n");
  }

  private static List<String> components(Path path) throws Exception {
    List<String> lines = new ArrayList<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      Manifest manifest = jar.getManifest();
      String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName").split(";")[0];
      String version = manifest.getMainAttributes().getValue("Bundle-Version");
      for (String component : models(jar)) {
        lines.add(component + "\t" + name + "\t" + version);
      }
      for (String component : services(jar, manifest)) {
        lines.add(component + "\t" + name + "\t" + version);
      }
    }
    return lines;
  }

  /** Model files, whose top-level keys start their lines. */
  private static List<String> models(JarFile jar) throws IOException {
    List<String> found = new ArrayList<>();
    for (var entry : jar.stream().filter(e -> e.getName().startsWith(MODELS)).toList()) {
      if (entry.isDirectory()) {
        continue;
      }
      Map<String, String> keys = new HashMap<>();
      try (InputStream in = jar.getInputStream(entry)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        text.lines()
            .filter(line -> line.matches("(kind|id|version):\\s*\\S.*"))
            .forEach(line -> keys.put(line.split(":")[0], value(line)));
      }
      found.add(keys.get("kind") + "\t" + keys.get("id") + "\t" + keys.get("version"));
    }
    return found;
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).replaceFirst("\\s+#.*", "").strip();
  }

  /** Components of Declarative Services that are provided as one of Glia's interfaces. */
  private static List<String> services(JarFile jar, Manifest manifest) throws Exception {
    List<String> found = new ArrayList<>();
    String header = manifest.getMainAttributes().getValue("Service-Component");
    if (header == null) {
      return found;
    }
    for (String file : header.split("\\s*,\\s*")) {
      try (InputStream in = jar.getInputStream(jar.getEntry(file))) {
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        String id = property(xml, "glia.id");
        for (ComponentKind kind : ComponentKind.values()) {
          if (id != null && provides(xml, kind.service())) {
            found.add(kind.symbol() + "\t" + id + "\t" + property(xml, "glia.version"));
          }
        }
      }
    }
    return found;
  }

  private static boolean provides(Document xml, String service) {
    return elements(xml, "provide").stream()
        .anyMatch(element -> element.getAttribute("interface").equals(service));
  }

  private static String property(Document xml, String name) {
    return elements(xml, "property").stream()
        .filter(element -> element.getAttribute("name").equals(name))
        .map(element -> element.getAttribute("value"))
        .findFirst()
        .orElse(null);
  }

  private static List<Element> elements(Document xml, String name) {
    NodeList nodes = xml.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
