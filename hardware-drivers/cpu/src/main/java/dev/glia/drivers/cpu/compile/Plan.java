package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.compile.Loop.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph cut into stages: each a loop short enough for the just-in-time compiler, before it the
 * passes whose results it reads. Values that cross from one stage to a later one are kept in tile
 * arrays.
 *
 * @param stages in order; the last one stores the results
 * @param tiles number of tile arrays
 */
record Plan(List<Stage> stages, int tiles) {
  private static final int MOST_OPERATIONS = 100;

  /** Passes, then a loop; the loop may be null. */
  record Stage(List<PlannedPass> passes, Loop loop) {}

  /**
   * A pass over tile arrays.
   *
   * @param op a random call or function
   * @param operands tile arrays
   */
  record PlannedPass(Op op, List<Integer> operands, int out, int stream, int slot) {}

  static Plan of(Graph graph, List<Store> stores, Node spike, int firstTile) {
    return new Planner(graph, stores, spike, firstTile).plan();
  }

  private static final class Planner {
    private final List<Store> stores;
    private final Node spike;
    private final int firstTile;
    private final List<Node> nodes;
    private final Map<Node, Integer> stageOf = new HashMap<>();
    private final Map<Node, Integer> tileOf = new HashMap<>();
    private int last;

    Planner(Graph graph, List<Store> stores, Node spike, int firstTile) {
      this.stores = stores;
      this.spike = spike;
      this.firstTile = firstTile;
      List<Node> results = new ArrayList<>();
      stores.forEach(store -> results.add(store.value()));
      if (spike != null) {
        results.add(spike);
      }
      nodes = graph.needed(results);
    }

    /** Values that any stage can have for itself. */
    private static boolean isFree(Node node) {
      return node.op() == Op.CONSTANT || node.op() == Op.UNIFORM || node.op() == Op.LOAD;
    }

    private static boolean isPass(Node node) {
      return node.op().pass() != null;
    }

    Plan plan() {
      assignStages();
      findCrossings();
      List<Stage> stages = new ArrayList<>();
      for (int stage = 0; stage <= last; stage++) {
        stages.add(new Stage(passes(stage), loop(stage)));
      }
      return new Plan(List.copyOf(stages), tileOf.size());
    }

    private void assignStages() {
      Map<Integer, Integer> operations = new HashMap<>();
      for (Node node : nodes) {
        if (isFree(node)) {
          continue;
        }
        int stage = 0;
        for (Node operand : node.operands()) {
          stage = Math.max(stage, stageOf.getOrDefault(operand, 0));
        }
        if (isPass(node)) {
          stage = node.operands().isEmpty() ? 0 : stage + 1;
        } else {
          while (operations.getOrDefault(stage, 0) >= MOST_OPERATIONS) {
            stage++;
          }
          operations.merge(stage, 1, Integer::sum);
        }
        stageOf.put(node, stage);
        last = Math.max(last, stage);
      }
    }

    /** Gives a tile to what a pass reads or writes, and to what a later stage reads. */
    private void findCrossings() {
      for (Node node : nodes) {
        if (isPass(node)) {
          tile(node);
          node.operands().forEach(this::tile);
        } else if (!isFree(node)) {
          for (Node operand : node.operands()) {
            if (!isFree(operand) && stageOf.get(operand) < stageOf.get(node)) {
              tile(operand);
            }
          }
        }
      }
      for (Store store : stores) {
        keepForLast(store.value());
      }
      if (spike != null) {
        keepForLast(spike);
      }
    }

    private void keepForLast(Node node) {
      if (!isFree(node) && stageOf.get(node) < last) {
        tile(node);
      }
    }

    private int tile(Node node) {
      return tileOf.computeIfAbsent(node, n -> firstTile + tileOf.size());
    }

    private List<PlannedPass> passes(int stage) {
      return nodes.stream()
          .filter(node -> isPass(node) && stageOf.get(node) == stage)
          .map(
              node ->
                  new PlannedPass(
                      node.op(),
                      node.operands().stream().map(tileOf::get).toList(),
                      tileOf.get(node),
                      node.data(),
                      node.extra()))
          .toList();
    }

    private Loop loop(int stage) {
      Graph own = new Graph();
      Map<Node, Node> copies = new HashMap<>();
      List<Store> kept = new ArrayList<>();
      for (Node node : crossings()) {
        int made = isFree(node) ? stageBeforeUse(node) : stageOf.get(node);
        if (made == stage && !isPass(node)) {
          Node value = copy(node, stage, own, copies);
          if (value.truth()) {
            value = own.of(Op.SELECT, value, own.constant(1f), own.constant(0f));
          }
          kept.add(new Store(tileOf.get(node), Place.TILE, value, false, false));
        }
      }
      Node bits = null;
      if (stage == last) {
        for (Store store : stores) {
          Node value = copy(store.value(), stage, own, copies);
          kept.add(new Store(store.array(), store.place(), value, store.add(), store.checked()));
        }
        bits = spike == null ? null : copy(spike, stage, own, copies);
      }
      return kept.isEmpty() && bits == null ? null : Loop.of(own, kept, bits);
    }

    private List<Node> crossings() {
      return tileOf.keySet().stream().sorted(Comparator.comparingInt(Node::number)).toList();
    }

    /** A free value that a pass reads is written by the stage before the first such pass. */
    private int stageBeforeUse(Node node) {
      return nodes.stream()
          .filter(n -> isPass(n) && n.operands().contains(node))
          .mapToInt(n -> stageOf.get(n) - 1)
          .min()
          .orElseThrow();
    }

    private Node copy(Node node, int stage, Graph own, Map<Node, Node> copies) {
      Node copy = copies.get(node);
      if (copy != null) {
        return copy;
      }
      boolean earlier = !isFree(node) && (isPass(node) || stageOf.get(node) < stage);
      if (earlier) {
        copy = own.load(tileOf.get(node), Place.TILE);
        if (node.truth()) {
          copy = own.of(Op.NOT_EQUAL, copy, own.constant(0f));
        }
      } else {
        List<Node> operands =
            node.operands().stream().map(o -> copy(o, stage, own, copies)).toList();
        copy = own.copy(node, operands);
      }
      copies.put(node, copy);
      return copy;
    }
  }
}
