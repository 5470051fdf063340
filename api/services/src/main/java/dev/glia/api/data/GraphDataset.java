package dev.glia.api.data;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Samples that are nodes of a graph, as papers that cite each other. A split holds some of the
 * nodes; its graph is the whole one, so that what lies between known nodes can be used.
 */
@ConsumerType
public interface GraphDataset extends Dataset {
  /**
   * An edge without a direction.
   *
   * @param one node from 0
   * @param other node, above {@code one}
   */
  record Edge(int one, int other) {
    /** The edge between two nodes, in whatever order they're given. */
    public static Edge between(int a, int b) {
      return new Edge(Math.min(a, b), Math.max(a, b));
    }
  }

  /** Number of nodes of the whole graph. */
  int nodes();

  /** The edges of the whole graph, each once, none from a node to itself. Immutable. */
  List<Edge> edges();

  /** The node that a sample is; index from 0, below {@link #size()}. */
  int node(long index);
}
