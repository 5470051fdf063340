package dev.glia.drivers.cpu.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Values that depend on each other; equal ones exist once. Not safe for use by several threads. */
final class Graph {
  private record Key(
      Op op, List<Integer> operands, int data, int extra, Place place, boolean truth) {}

  private final Map<Key, Node> known = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  Node constant(float value) {
    return node(Op.CONSTANT, List.of(), Float.floatToRawIntBits(value), 0, null, false);
  }

  Node uniform(int slot, boolean truth) {
    return node(Op.UNIFORM, List.of(), slot, 0, null, truth);
  }

  Node load(int array, Place place) {
    return node(Op.LOAD, List.of(), array, 0, place, false);
  }

  Node random(Op op, int stream, int slot, Node... operands) {
    return node(op, List.of(operands), stream, slot, null, false);
  }

  Node of(Op op, Node... operands) {
    boolean truth = op.isTruth() || (op == Op.SELECT && operands[1].truth());
    return node(op, List.of(operands), 0, 0, null, truth);
  }

  /** The same value with other operands, perhaps from another graph. */
  Node copy(Node node, List<Node> operands) {
    return node(node.op(), operands, node.data(), node.extra(), node.place(), node.truth());
  }

  private Node node(Op op, List<Node> operands, int data, int extra, Place place, boolean truth) {
    Key key = new Key(op, operands.stream().map(Node::number).toList(), data, extra, place, truth);
    Node old = known.get(key);
    if (old != null) {
      return old;
    }
    Node node = new Node(nodes.size(), op, operands, data, extra, place, truth);
    known.put(key, node);
    nodes.add(node);
    return node;
  }

  /** All values that these need, operands first. */
  List<Node> needed(Iterable<Node> results) {
    Set<Node> reached = new LinkedHashSet<>();
    List<Node> open = new ArrayList<>();
    results.forEach(open::add);
    while (!open.isEmpty()) {
      Node node = open.removeLast();
      if (reached.add(node)) {
        open.addAll(node.operands());
      }
    }
    boolean[] isNeeded = new boolean[nodes.size()];
    reached.forEach(node -> isNeeded[node.number()] = true);
    return IntStream.range(0, isNeeded.length)
        .filter(i -> isNeeded[i])
        .mapToObj(nodes::get)
        .toList();
  }
}
