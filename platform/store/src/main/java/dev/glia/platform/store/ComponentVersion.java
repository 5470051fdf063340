package dev.glia.platform.store;

/**
 * A component that a cell used.
 *
 * @param kind as {@code neuron}
 * @param bundle symbolic name; empty for models that stand in an experiment file
 * @param content fingerprint of the bundle's content, so that a changed bundle of the same version
 *     is noticed; may be empty
 */
public record ComponentVersion(
    String kind, String id, String version, String bundle, String content) {
  /** {@code neuron lif@1.0.0}. */
  @Override
  public String toString() {
    return kind + " " + id + "@" + version;
  }
}
