package dev.glia.interchange.nir;

import java.util.List;
import java.util.Map;

/**
 * A graph without graphs in it. Immutable.
 *
 * @param nodes by name, in the order of the file; those at the border of inner graphs are of type
 *     {@link #BORDER}
 * @param edges between them; the same edge may occur more than once, and counts as often
 * @param version of NIR that wrote the file; empty if it doesn't say
 */
record NirGraph(Map<String, NirNode> nodes, List<Edge> edges, String version) {
  /** Input and Output of an inner graph, which do nothing. */
  static final String BORDER = "border";

  record Edge(String from, String to) {}

  NirGraph {
    edges = List.copyOf(edges);
  }
}
