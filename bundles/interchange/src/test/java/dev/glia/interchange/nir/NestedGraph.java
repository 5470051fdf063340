package dev.glia.interchange.nir;

import dev.glia.interchange.hdf5.Hdf5Data;
import dev.glia.interchange.hdf5.Hdf5File;
import dev.glia.interchange.hdf5.Hdf5Item.Group;
import java.util.List;

/** A recurrent neuron in a graph of its own. */
final class NestedGraph {
  private NestedGraph() {}

  static LoweredNetwork lower(boolean broken) {
    return Graphs.lower(file(broken));
  }

  static byte[] file(boolean broken) {
    Group root = new Group();
    root.dataset("version", Hdf5Data.text("0.2.0"));
    Group outer = graph(root.group("node"), List.of("in", "sub", "sub", "out"));
    shaped(outer.group("in"), "Input");
    shaped(outer.group("out"), "Output");
    Group inner =
        graph(
            outer.group("sub"),
            List.of("i", "lif", "lif", broken ? "nobody" : "w", "w", "lif", "lif", "o"));
    shaped(inner.group("i"), "Input");
    Group lif = inner.group("lif");
    lif.dataset("type", Hdf5Data.text("LIF"));
    for (String name : List.of("tau", "r", "v_leak", "v_threshold")) {
      lif.dataset(name, Hdf5Data.of(new float[] {1, 1}, 2));
    }
    Group linear = inner.group("w");
    linear.dataset("type", Hdf5Data.text("Linear"));
    linear.dataset("weight", Hdf5Data.of(new float[] {0, 1, 1, 0}, 2, 2));
    shaped(inner.group("o"), "Output");
    return Hdf5File.bytes(root);
  }

  private static Group graph(Group group, List<String> edges) {
    group.dataset("type", Hdf5Data.text("NIRGraph"));
    group.dataset("edges", Hdf5Data.texts(edges, edges.size() / 2, 2));
    return group.group("nodes");
  }

  private static void shaped(Group group, String type) {
    group.dataset("type", Hdf5Data.text(type));
    group.dataset("shape", Hdf5Data.of(new long[] {2}, 1));
  }
}
