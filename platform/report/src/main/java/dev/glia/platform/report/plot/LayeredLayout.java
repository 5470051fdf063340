package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts nodes into layers from left to right, so that most arrows point right and few cross: cycles
 * are cut where a walk from the sources meets itself, a node's layer is its longest way from a
 * source, and nodes in a layer are ordered by their neighbors. Arrows over several layers get a
 * bend in each.
 */
final class LayeredLayout {
  /** A place in a layer: a node, or a bend of an arrow. */
  static final class Slot {
    final int node;
    final int layer;
    double order;

    Slot(int node, int layer, double order) {
      this.node = node;
      this.layer = layer;
      this.order = order;
    }

    boolean isBend() {
      return node < 0;
    }
  }

  /**
   * An arrow's way from left to right.
   *
   * @param edge its index
   * @param reversed whether it points left
   */
  record Way(int edge, boolean reversed, List<Slot> slots) {}

  private static final int SWEEPS = 6;

  private final int[][] ends;
  private final boolean[] reversed;
  private final int[] layerOf;
  private final List<List<Slot>> layers = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();

  /**
   * @param ids of the nodes; arrows from or to others, or to themselves, are left out
   */
  LayeredLayout(List<String> ids, List<Edge> edges) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      index.putIfAbsent(ids.get(i), i);
    }
    ends = new int[edges.size()][];
    for (int e = 0; e < edges.size(); e++) {
      Integer from = index.get(edges.get(e).from());
      Integer to = index.get(edges.get(e).to());
      ends[e] = from == null || to == null || from.equals(to) ? null : new int[] {from, to};
    }
    reversed = new boolean[edges.size()];
    layerOf = new int[ids.size()];
    cutCycles(ids.size());
    assignLayers(ids.size());
    placeSlots(ids.size());
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      sort(sweep % 2 == 0);
    }
  }

  List<List<Slot>> layers() {
    return layers;
  }

  List<Way> ways() {
    return ways;
  }

  private void cutCycles(int nodes) {
    List<List<Integer>> leaving = new ArrayList<>();
    int[] arriving = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      leaving.add(new ArrayList<>());
    }
    for (int e = 0; e < ends.length; e++) {
      if (ends[e] != null) {
        leaving.get(ends[e][0]).add(e);
        arriving[ends[e][1]]++;
      }
    }
    int[] state = new int[nodes]; // 0 not seen, 1 on the way, 2 done
    for (int i = 0; i < nodes; i++) {
      if (arriving[i] == 0) {
        walk(i, leaving, state);
      }
    }
    for (int i = 0; i < nodes; i++) {
      walk(i, leaving, state);
    }
  }

  private void walk(int node, List<List<Integer>> leaving, int[] state) {
    if (state[node] != 0) {
      return;
    }
    state[node] = 1;
    for (int e : leaving.get(node)) {
      int to = ends[e][1];
      if (state[to] == 1) {
        reversed[e] = true;
      } else {
        walk(to, leaving, state);
      }
    }
    state[node] = 2;
  }

  private int left(int edge) {
    return ends[edge][reversed[edge] ? 1 : 0];
  }

  private int right(int edge) {
    return ends[edge][reversed[edge] ? 0 : 1];
  }

  private void assignLayers(int nodes) {
    boolean changed = true;
    for (int round = 0; changed && round <= nodes; round++) {
      changed = false;
      for (int e = 0; e < ends.length; e++) {
        if (ends[e] != null && layerOf[right(e)] < layerOf[left(e)] + 1) {
          layerOf[right(e)] = layerOf[left(e)] + 1;
          changed = true;
        }
      }
    }
    // A source stands right before what it drives, not at the far left.
    for (int i = 0; i < nodes; i++) {
      int nearest = Integer.MAX_VALUE;
      boolean driven = false;
      for (int e = 0; e < ends.length; e++) {
        if (ends[e] != null) {
          driven |= right(e) == i;
          nearest = left(e) == i ? Math.min(nearest, layerOf[right(e)]) : nearest;
        }
      }
      if (!driven && nearest != Integer.MAX_VALUE) {
        layerOf[i] = nearest - 1;
      }
    }
  }

  private void placeSlots(int nodes) {
    List<Slot> ofNode = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      ofNode.add(add(i, layerOf[i]));
    }
    for (int e = 0; e < ends.length; e++) {
      if (ends[e] != null) {
        List<Slot> slots = new ArrayList<>(List.of(ofNode.get(left(e))));
        for (int layer = layerOf[left(e)] + 1; layer < layerOf[right(e)]; layer++) {
          slots.add(add(-1, layer));
        }
        slots.add(ofNode.get(right(e)));
        ways.add(new Way(e, reversed[e], slots));
      }
    }
  }

  private Slot add(int node, int layer) {
    while (layers.size() <= layer) {
      layers.add(new ArrayList<>());
    }
    Slot slot = new Slot(node, layer, layers.get(layer).size());
    layers.get(layer).add(slot);
    return slot;
  }

  /** Orders each layer by the mean place of its neighbors in the layer before it. */
  private void sort(boolean rightwards) {
    Map<Slot, List<Slot>> neighbors = new HashMap<>();
    for (Way way : ways) {
      for (int i = 1; i < way.slots().size(); i++) {
        Slot a = way.slots().get(rightwards ? i : i - 1);
        Slot b = way.slots().get(rightwards ? i - 1 : i);
        neighbors.computeIfAbsent(a, _ -> new ArrayList<>()).add(b);
      }
    }
    List<List<Slot>> inOrder = rightwards ? layers : layers.reversed();
    for (List<Slot> layer : inOrder) {
      Map<Slot, Double> wish = new HashMap<>();
      for (Slot slot : layer) {
        wish.put(
            slot,
            neighbors.getOrDefault(slot, List.of()).stream()
                .mapToDouble(n -> n.order)
                .average()
                .orElse(slot.order));
      }
      layer.sort(Comparator.comparingDouble(wish::get));
      for (int i = 0; i < layer.size(); i++) {
        layer.get(i).order = i - (layer.size() - 1) / 2.0;
      }
    }
  }
}
