package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values by name, in the order in which they were written; no name occurs twice. */
public final class Mapping implements Node {
  /** A name, with its own place, and its value. */
  public record Entry(Scalar key, Node value) {
    public String name() {
      return key.text();
    }
  }

  private final Source source;
  private final Path path;
  private final Place place;
  private final Map<String, Entry> entries;

  Mapping(Source source, Path path, Place place, Map<String, Entry> entries) {
    this.source = source;
    this.path = path;
    this.place = place;
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public String path() {
    return path.toString();
  }

  @Override
  public String form() {
    return "a map";
  }

  @Override
  public Fault fault(String problem) {
    return source.fault(place, path, problem);
  }

  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  public Set<String> names() {
    return entries.keySet();
  }

  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The value of a name, if it's there and isn't null. */
  public Optional<Node> find(String name) {
    Entry entry = entries.get(name);
    boolean nothing = entry == null || entry.value() instanceof Scalar value && value.isNull();
    return nothing ? Optional.empty() : Optional.of(entry.value());
  }

  /** The value of a name; a fault if it's missing or null. */
  public Node require(String name) {
    return find(name).orElseThrow(() -> fault("'" + name + "' is missing"));
  }

  /** A fault, placed at the first of them, if there are names that aren't among the known ones. */
  public void refuseOthers(Collection<String> known) {
    for (Entry entry : entries.values()) {
      if (!known.contains(entry.name())) {
        throw entry.key().fault("unknown key; " + Spelling.advice(entry.name(), known));
      }
    }
  }
}
