package dev.glia.api.component;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a component says of itself.
 *
 * @param id lower-case words joined by hyphens, unique among its kind: {@code pair-stdp}
 * @param version semantic version, {@code 1.2.0}
 * @param summary one line without a full stop
 * @param citation where it comes from: {@code doi:…}, {@code arXiv:…}; may be empty
 * @param parameters in the order in which they should be shown
 * @param aliases what other tools call things: tool ({@code nest}) to a map from their name to ours
 */
public record Descriptor(
    ComponentKind kind,
    String id,
    String version,
    String summary,
    String citation,
    List<ParameterSchema> parameters,
    Map<String, Map<String, String>> aliases) {
  public Descriptor {
    Objects.requireNonNull(kind);
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not an id: '" + id + "' (lower-case-words)");
    }
    if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
      throw new IllegalArgumentException("not a version: '" + version + "' (as 1.2.0)");
    }
    Objects.requireNonNull(summary);
    Objects.requireNonNull(citation);
    parameters = List.copyOf(parameters);
    aliases = Map.copyOf(aliases);
  }

  /** A descriptor without aliases. */
  public static Descriptor of(
      ComponentKind kind,
      String id,
      String version,
      String summary,
      String citation,
      ParameterSchema... parameters) {
    return new Descriptor(kind, id, version, summary, citation, List.of(parameters), Map.of());
  }

  /** {@code lif@1.0.0}. */
  public String reference() {
    return id + "@" + version;
  }
}
