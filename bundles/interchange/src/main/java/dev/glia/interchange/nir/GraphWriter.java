package dev.glia.interchange.nir;

import dev.glia.interchange.hdf5.Hdf5Data;
import dev.glia.interchange.hdf5.Hdf5File;
import dev.glia.interchange.hdf5.Hdf5Item.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A NIR graph that is being made, and its file. One thread. */
final class GraphWriter {
  /** The version of NIR whose nodes are written. */
  private static final String VERSION = "1.0.6";

  private final Group root = new Group();
  private final Group nodes;
  private final Group graph;
  private final Map<String, Group> written = new LinkedHashMap<>();
  private final List<String> edges = new ArrayList<>();

  GraphWriter() {
    root.dataset("version", Hdf5Data.text(VERSION));
    graph = root.group("node");
    graph.dataset("type", Hdf5Data.text("NIRGraph"));
    nodes = graph.group("nodes");
  }

  /** A node; the name that it gets, which is the wanted one if that's free. */
  String node(String wanted, String type, Map<String, Hdf5Data> fields) {
    String name = wanted;
    for (int number = 2; written.containsKey(name); number++) {
      name = wanted + "-" + number;
    }
    Group node = nodes.group(name);
    node.dataset("type", Hdf5Data.text(type));
    fields.forEach(node::dataset);
    written.put(name, node);
    return name;
  }

  void edge(String from, String to) {
    edges.add(from);
    edges.add(to);
  }

  static byte[] bytes(GraphWriter writer) {
    writer.graph.dataset("edges", Hdf5Data.texts(writer.edges, writer.edges.size() / 2, 2));
    return Hdf5File.bytes(writer.root);
  }
}
