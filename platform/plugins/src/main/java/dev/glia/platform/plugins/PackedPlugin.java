package dev.glia.platform.plugins;

import dev.glia.api.component.Descriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A plugin that was packed of model files.
 *
 * @param models what it offers, by kind, then id
 * @param sha256 of the jar
 */
public record PackedPlugin(
    String symbolicName, String version, List<Descriptor> models, Path jar, String sha256) {
  public PackedPlugin {
    Objects.requireNonNull(symbolicName);
    Objects.requireNonNull(version);
    models = List.copyOf(models);
    Objects.requireNonNull(jar);
    Objects.requireNonNull(sha256);
  }
}
