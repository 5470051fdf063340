package dev.glia.interchange.nir;

import dev.glia.interchange.nir.NirGraph.Edge;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out the shape of what each node gives: from Input nodes and matrices forwards, through
 * whatever takes the shape of its input. One graph.
 */
final class Shapes {
  private final NirGraph graph;
  private final Map<String, List<String>> successors;
  private final Map<String, List<String>> predecessors;
  private final Map<String, int[]> outputs = new HashMap<>();
  private final Map<String, LinearNode> linear = new LinkedHashMap<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<String> queued = new HashSet<>();

  private Shapes(NirGraph graph) {
    this.graph = graph;
    successors = neighbors(graph, true);
    predecessors = neighbors(graph, false);
  }

  private static Map<String, List<String>> neighbors(NirGraph graph, boolean forwards) {
    Map<String, List<String>> neighbors = new HashMap<>();
    for (Edge edge : graph.edges()) {
      String key = forwards ? edge.from() : edge.to();
      neighbors
          .computeIfAbsent(key, absent -> new java.util.ArrayList<>())
          .add(forwards ? edge.to() : edge.from());
    }
    return neighbors;
  }

  /**
   * Shapes of a graph.
   *
   * @throws dev.glia.api.component.Fault INPUT, naming a node, if they don't fit or can't be known
   */
  static Shapes of(NirGraph graph) {
    Shapes shapes = new Shapes(graph);
    graph.nodes().keySet().forEach(shapes::queue);
    shapes.spread();
    for (String name : graph.nodes().keySet()) {
      if (!shapes.outputs.containsKey(name)) {
        shapes.give(name, shapes.own(graph.nodes().get(name)));
        shapes.spread();
      }
    }
    shapes.checkEdges();
    return shapes;
  }

  int[] output(String node) {
    return outputs.get(node);
  }

  /** The linear nodes, read. */
  Map<String, LinearNode> linear() {
    return linear;
  }

  private void queue(String name) {
    if (!outputs.containsKey(name) && queued.add(name)) {
      waiting.add(name);
    }
  }

  private void spread() {
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      queued.remove(name);
      if (!outputs.containsKey(name)) {
        inferred(graph.nodes().get(name)).ifPresent(shape -> give(name, shape));
      }
    }
  }

  private void give(String name, int[] shape) {
    outputs.put(name, shape);
    successors.getOrDefault(name, List.of()).forEach(this::queue);
  }

  private Optional<int[]> incoming(String name) {
    for (String before : predecessors.getOrDefault(name, List.of())) {
      if (outputs.containsKey(before)) {
        return Optional.of(outputs.get(before));
      }
    }
    return Optional.empty();
  }

  private Optional<int[]> inferred(NirNode node) {
    Optional<int[]> input = incoming(node.name());
    if (node.type().equals("Input")) {
      return node.shape("shape").or(() -> node.shape("input_type"));
    }
    if (node.type().equals("Output")) {
      return input.or(() -> node.shape("shape"));
    }
    if (LinearNodes.isLinear(node.type())) {
      Optional<LinearNode> read = LinearNodes.read(node, input);
      read.ifPresent(each -> linear.put(node.name(), each));
      return read.map(LinearNode::output);
    }
    return input.map(shape -> elementwise(node, shape));
  }

  /** The shape that a neuron's parameters have with its input's. */
  private int[] elementwise(NirNode node, int[] input) {
    int[] own = parameters(node);
    if (NirArray.count(own) == NirArray.count(input)) {
      return input;
    }
    return NirArray.broadcast(own, input)
        .filter(shape -> Arrays.equals(shape, input))
        .orElseThrow(
            () ->
                node.fault(
                    "its parameters have the shape "
                        + Arrays.toString(own)
                        + ", its input "
                        + Arrays.toString(input)));
  }

  private int[] parameters(NirNode node) {
    NeuronType type =
        NeuronType.of(node.type())
            .orElseThrow(
                () -> node.fault("isn't supported. docs/interchange.md lists the nodes that are"));
    int[] shape = new int[0];
    for (List<String> names : List.of(type.times(), type.numbers())) {
      for (String name : names) {
        if (node.has(name) || NeuronType.defaultOf(name).isEmpty()) {
          int[] before = shape;
          int[] given = node.array(name).shape();
          shape =
              NirArray.broadcast(shape, given)
                  .orElseThrow(
                      () ->
                          node.fault(
                              name,
                              "has the shape "
                                  + Arrays.toString(given)
                                  + ", other parameters "
                                  + Arrays.toString(before)));
        }
      }
    }
    return shape;
  }

  /** The shape of a node that nothing with a shape leads to. */
  private int[] own(NirNode node) {
    if (NeuronType.of(node.type()).isPresent()) {
      int[] shape = parameters(node);
      if (NirArray.count(shape) > 0) {
        return shape;
      }
      throw node.fault("its parameters are empty");
    }
    if (LinearNodes.isLinear(node.type())) {
      Optional<int[]> given =
          node.shape("shape")
              .or(
                  () ->
                      node.has("scale")
                          ? Optional.of(node.array("scale").shape())
                          : Optional.empty())
              .or(
                  () ->
                      node.has("delay")
                          ? Optional.of(node.array("delay").shape())
                          : Optional.empty());
      if (given.isPresent()) {
        LinearNode read = LinearNodes.read(node, given).orElseThrow();
        linear.put(node.name(), read);
        return read.output();
      }
    }
    if (node.type().equals("Input")
        || node.type().equals("Output")
        || LinearNodes.isLinear(node.type())) {
      throw node.fault("its shape isn't given, and nothing that leads to it has one");
    }
    throw node.fault("isn't supported. docs/interchange.md lists the nodes that are");
  }

  private void checkEdges() {
    for (Edge edge : graph.edges()) {
      int[] given = outputs.get(edge.from());
      NirNode to = graph.nodes().get(edge.to());
      int[] wanted =
          linear.containsKey(edge.to()) ? linear.get(edge.to()).input() : outputs.get(edge.to());
      if (to.type().equals("Input")) {
        throw to.fault("an edge leads to it, from '" + edge.from() + "'. An Input has none");
      }
      if (graph.nodes().get(edge.from()).type().equals("Output")) {
        throw graph
            .nodes()
            .get(edge.from())
            .fault("an edge leads away from it, to '" + edge.to() + "'. An Output has none");
      }
      if (NirArray.count(given) != NirArray.count(wanted)) {
        throw to.fault(
            "takes the shape "
                + Arrays.toString(wanted)
                + ", but '"
                + edge.from()
                + "' gives "
                + Arrays.toString(given));
      }
    }
  }
}
