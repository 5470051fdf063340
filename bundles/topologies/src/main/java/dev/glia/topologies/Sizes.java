package dev.glia.topologies;

import dev.glia.api.topology.Layer;

/** What is said about sizes and indices, the same way by every rule. */
final class Sizes {
  private Sizes() {}

  static String differ(String rule, Layer source, Layer target) {
    return rule
        + " needs populations of the same size, but '"
        + source.population()
        + "' has "
        + source.size()
        + " neurons and '"
        + target.population()
        + "' has "
        + target.size()
        + ".";
  }

  /** The index itself, if it's one of a source neuron. */
  static int source(int index, int sources) {
    if (index < 0 || index >= sources) {
      throw new IndexOutOfBoundsException("source neuron " + index + " of " + sources);
    }
    return index;
  }
}
