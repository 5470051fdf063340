package dev.glia.platform.catalog.internal;

import dev.glia.api.component.ComponentKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the registry has to know of a model file, found without reading it as YAML: reading and
 * checking all models of a container would make up a good part of its start.
 *
 * @param id as in the file
 * @param version as in the file
 */
record ModelHeader(ComponentKind kind, String id, String version) {
  // Text at the beginning of a line can't be inside of a block, so these are the file's own keys.
  private static final Pattern KIND = key("kind", "neuron|synapse|learning");
  private static final Pattern ID = key("id", "[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final Pattern VERSION = key("version", "\\d+\\.\\d+\\.\\d+");

  /** The header, if it's written plainly enough to be found this way. */
  static Optional<ModelHeader> scan(String text) {
    Optional<String> kind = only(KIND, text);
    Optional<String> id = only(ID, text);
    Optional<String> version = only(VERSION, text);
    if (kind.isEmpty() || id.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    ComponentKind named = null;
    for (ComponentKind candidate : ComponentKind.values()) {
      named = candidate.symbol().equals(kind.get()) ? candidate : named;
    }
    return Optional.of(new ModelHeader(named, id.get(), version.get()));
  }

  private static Pattern key(String name, String value) {
    return Pattern.compile("(?m)^" + name + ":[ ]+(" + value + ")[ \\t]*(?:#.*)?\\r?$");
  }

  private static Optional<String> only(Pattern key, String text) {
    Matcher matcher = key.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String value = matcher.group(1);
    return matcher.find() ? Optional.empty() : Optional.of(value);
  }
}
