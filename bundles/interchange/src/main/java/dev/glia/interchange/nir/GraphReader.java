package dev.glia.interchange.nir;

import dev.glia.api.component.Fault;
import dev.glia.interchange.hdf5.Hdf5Tree;
import dev.glia.interchange.nir.NirGraph.Edge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tree of an HDF5 file as a NIR graph, and lays inner graphs out flat. One file. */
final class GraphReader {
  private static final String GRAPH = "NIRGraph";
  private static final String INPUT = "Input";
  private static final String OUTPUT = "Output";

  private final String file;
  private final Map<String, NirNode> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  private GraphReader(String file) {
    this.file = file;
  }

  /**
   * The graph of a file.
   *
   * @param file for messages
   * @throws Fault INPUT, naming the node
   */
  static NirGraph read(Hdf5Tree.Group root, String file) {
    GraphReader reader = new GraphReader(file);
    if (!(root.members().get("node") instanceof Hdf5Tree.Group node)) {
      throw Fault.input(file + ": not a NIR file: it has no group /node. Write it with nir.write.");
    }
    NirNode graph = reader.node("", node);
    if (!graph.type().equals(GRAPH)) {
      throw Fault.input(
          file
              + ": holds a single "
              + graph.type()
              + ", not a graph. Try nir.NIRGraph.from_list(node) before nir.write.");
    }
    String version =
        root.members().get("version") instanceof Hdf5Tree.Texts text && !text.texts().isEmpty()
            ? text.texts().get(0)
            : "";
    reader.lay(graph, "");
    return new NirGraph(reader.nodes, reader.edges, version);
  }

  private NirNode node(String name, Hdf5Tree.Group group) {
    if (!(group.members().get("type") instanceof Hdf5Tree.Texts type) || type.texts().size() != 1) {
      throw Fault.input(file + ": node '" + name + "': has no type.");
    }
    return new NirNode(name, type.texts().get(0), group.members(), file);
  }

  /** Adds what is in a graph; {@code prefix} is empty or ends in a slash. */
  private void lay(NirNode graph, String prefix) {
    if (!(graph.fields().get("nodes") instanceof Hdf5Tree.Group members)) {
      throw graph.fault("has no nodes");
    }
    Map<String, NirNode> inner = new LinkedHashMap<>();
    for (Map.Entry<String, Hdf5Tree> member : members.members().entrySet()) {
      String name = prefix + member.getKey();
      if (!(member.getValue() instanceof Hdf5Tree.Group group)) {
        throw Fault.input(file + ": node '" + name + "': isn't a group.");
      }
      NirNode node = node(name, group);
      inner.put(member.getKey(), node);
      if (node.type().equals(GRAPH)) {
        lay(node, name + "/");
      } else {
        boolean border =
            !prefix.isEmpty() && (node.type().equals(INPUT) || node.type().equals(OUTPUT));
        nodes.put(name, border ? new NirNode(name, NirGraph.BORDER, node.fields(), file) : node);
      }
    }
    edges(graph, inner);
  }

  private void edges(NirNode graph, Map<String, NirNode> inner) {
    Hdf5Tree given = graph.fields().get("edges");
    if (given instanceof Hdf5Tree.Numbers none && none.values().length == 0) {
      return;
    }
    if (!(given instanceof Hdf5Tree.Texts ends)
        || ends.texts().size() % 2 != 0
        || ends.shape().length != 2
        || ends.shape()[1] != 2 && !ends.texts().isEmpty()) {
      throw graph.fault("edges", given == null ? "are missing" : "aren't pairs of names");
    }
    for (int i = 0; i < ends.texts().size(); i += 2) {
      String from = ends.texts().get(i);
      String to = ends.texts().get(i + 1);
      edges.add(new Edge(end(graph, inner, from, OUTPUT), end(graph, inner, to, INPUT)));
    }
  }

  /** Name of the node at an end of an edge: of an inner graph, its border. */
  private String end(NirNode graph, Map<String, NirNode> inner, String name, String border) {
    NirNode node = inner.get(name);
    if (node == null) {
      throw graph.fault(
          "an edge names the node '"
              + name
              + "', which isn't there. There "
              + (inner.size() > 20 ? "are " + inner.size() + " others" : "are " + inner.keySet()));
    }
    if (!node.type().equals(GRAPH)) {
      return node.name();
    }
    List<String> borders = new ArrayList<>();
    Hdf5Tree.Group members = (Hdf5Tree.Group) node.fields().get("nodes");
    for (Map.Entry<String, Hdf5Tree> member : members.members().entrySet()) {
      String below = node.name() + "/" + member.getKey();
      if (node(below, (Hdf5Tree.Group) member.getValue()).type().equals(border)) {
        borders.add(below);
      }
    }
    if (borders.size() != 1) {
      throw node.fault(
          "has "
              + borders.size()
              + " nodes of type "
              + border
              + ", so an edge to or from it isn't clear. Give it one");
    }
    return borders.get(0);
  }
}
