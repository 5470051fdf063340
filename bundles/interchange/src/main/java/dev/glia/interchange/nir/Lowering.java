package dev.glia.interchange.nir;

import dev.glia.api.component.Fault;
import dev.glia.interchange.nir.LoweredNetwork.Connection;
import dev.glia.interchange.nir.LoweredNetwork.Population;
import dev.glia.interchange.nir.NirGraph.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a graph into populations and connections: chains of linear nodes between two populations
 * become one sparse map, their biases constant inputs. One graph.
 */
final class Lowering {
  /** What arrives somewhere: from each population, and constantly. */
  private static final class Arriving {
    private final Map<String, SparseMap> from = new LinkedHashMap<>();
    private double[] constant;
  }

  private final NirGraph graph;
  private final String file;
  private final Shapes shapes;
  private final Map<String, List<Edge>> into = new HashMap<>();
  private final Map<String, Arriving> given = new HashMap<>();
  private final List<Population> populations = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private long entries;

  private Lowering(NirGraph graph, String file) {
    this.graph = graph;
    this.file = file;
    shapes = Shapes.of(graph);
    graph.edges().forEach(e -> into.computeIfAbsent(e.to(), key -> new ArrayList<>()).add(e));
  }

  /**
   * The network of a graph.
   *
   * @param file for messages
   * @throws Fault INPUT, naming the node
   */
  static LoweredNetwork lower(NirGraph graph, String file) {
    return new Lowering(graph, file).lower();
  }

  private LoweredNetwork lower() {
    linearInOrder().forEach(this::linear);
    List<NirNode> others =
        graph.nodes().values().stream().filter(node -> !isLinear(node.name())).toList();
    others.stream().filter(node -> node.type().equals("Input")).forEach(this::population);
    others.stream().filter(node -> !node.type().equals("Input")).forEach(this::population);
    if (populations.isEmpty()) {
      throw Fault.input(file + ": the graph has no nodes that could be run.");
    }
    return new LoweredNetwork(populations, connections, outputs);
  }

  private boolean isLinear(String name) {
    return shapes.linear().containsKey(name);
  }

  /** Linear nodes, each after those that lead to it. */
  private List<NirNode> linearInOrder() {
    Map<String, Integer> open = new LinkedHashMap<>();
    Map<String, List<String>> after = new HashMap<>();
    graph.nodes().keySet().stream().filter(this::isLinear).forEach(name -> open.put(name, 0));
    for (Edge edge : graph.edges()) {
      if (isLinear(edge.from()) && isLinear(edge.to())) {
        open.merge(edge.to(), 1, Integer::sum);
        after.computeIfAbsent(edge.from(), key -> new ArrayList<>()).add(edge.to());
      }
    }
    Deque<String> ready = new ArrayDeque<>();
    open.forEach(
        (name, count) -> {
          if (count == 0) {
            ready.add(name);
          }
        });
    List<NirNode> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String name = ready.remove();
      order.add(graph.nodes().get(name));
      open.remove(name);
      for (String next : after.getOrDefault(name, List.of())) {
        if (open.merge(next, -1, Integer::sum) == 0) {
          ready.add(next);
        }
      }
    }
    if (!open.isEmpty()) {
      throw graph
          .nodes()
          .get(open.keySet().iterator().next())
          .fault("is in, or behind, a circle of linear nodes. Put a neuron into the circle");
    }
    return order;
  }

  private void linear(NirNode node) {
    LinearNode linear = shapes.linear().get(node.name());
    Arriving before = arriving(node);
    Arriving after = new Arriving();
    before.from.forEach(
        (source, map) -> {
          SparseMap mapped = map.then(linear.fan(), builder(map.sources(), node));
          after.from.put(source, counted(mapped, node));
        });
    after.constant = linear.bias().map(double[]::clone).orElse(null);
    if (before.constant != null) {
      if (after.constant == null) {
        after.constant = new double[NirArray.count(linear.output())];
      }
      for (int i = 0; i < before.constant.length; i++) {
        double value = before.constant[i];
        if (value != 0) {
          linear.fan().of(i, (output, weight, delay) -> after.constant[output] += weight * value);
        }
      }
    }
    if (after.constant != null) {
      count(after.constant.length, node);
    }
    given.put(node.name(), after);
  }

  /** The sum of what all edges bring. */
  private Arriving arriving(NirNode node) {
    Arriving sum = new Arriving();
    for (Edge edge : into.getOrDefault(node.name(), List.of())) {
      if (!isLinear(edge.from())) {
        int size = NirArray.count(shapes.output(edge.from()));
        add(sum, edge.from(), counted(SparseMap.identity(size), node), node);
        continue;
      }
      Arriving part = given.get(edge.from());
      part.from.forEach((source, map) -> add(sum, source, map, node));
      if (part.constant != null) {
        if (sum.constant == null) {
          sum.constant = new double[part.constant.length];
        }
        for (int i = 0; i < part.constant.length; i++) {
          sum.constant[i] += part.constant[i];
        }
      }
    }
    return sum;
  }

  private void add(Arriving sum, String source, SparseMap map, NirNode node) {
    SparseMap before = sum.from.get(source);
    sum.from.put(
        source,
        before == null ? map : counted(before.plus(map, builder(map.sources(), node)), node));
  }

  private static SparseMapBuilder builder(int sources, NirNode node) {
    return new SparseMapBuilder(sources, node.file() + ": node '" + node.name() + "'");
  }

  private SparseMap counted(SparseMap map, NirNode node) {
    count(map.size(), node);
    return map;
  }

  private void count(long more, NirNode node) {
    entries += more;
    if (entries > SparseMapBuilder.MOST) {
      throw node.fault(
          "the graph has more than "
              + SparseMapBuilder.MOST
              + " connections. Try a smaller part of it");
    }
  }

  private void population(NirNode node) {
    int[] shape = shapes.output(node.name());
    int size = NirArray.count(shape);
    Arriving arriving = arriving(node);
    Optional<NeuronType> type = NeuronType.of(node.type());
    boolean input = node.type().equals("Input");
    if (!input && type.isEmpty() && !node.type().equals("Output")) {
      throw node.fault("isn't supported. docs/interchange.md lists the nodes that are");
    }
    Optional<Set<String>> shown = node.type().equals("Output") ? shown(node) : Optional.empty();
    if (shown.isPresent()) {
      shown.get().stream().filter(from -> !outputs.contains(from)).forEach(outputs::add);
      return;
    }
    double[] bias = arriving.constant == null ? new double[size] : arriving.constant;
    populations.add(
        new Population(
            node.name(),
            type,
            input,
            shape,
            type.map(neuron -> parameters(node, neuron, shape)).orElse(Map.of()),
            finite(bias, node)));
    if (node.type().equals("Output")) {
      outputs.add(node.name());
    }
    arriving.from.forEach((source, map) -> connect(source, node, map));
  }

  private void connect(String source, NirNode target, SparseMap map) {
    finite(map.weights(), target);
    finite(map.delays(), target);
    boolean spikes =
        graph.nodes().get(source).type().equals("Input")
            || NeuronType.of(graph.nodes().get(source).type()).orElseThrow().spikes();
    boolean delayed =
        !map.isEmpty() && !(SparseMap.isConstant(map.delays()) && map.delays()[0] == 0);
    if (!spikes && delayed) {
      throw target.fault(
          "gets the potential of '"
              + source
              + "' through a Delay, which only spikes can take. Put the Delay elsewhere");
    }
    if (!spikes && target.type().equals("Output")) {
      throw target.fault(
          "gets the potential of '"
              + source
              + "' through a linear node, which can't be recorded. Connect '"
              + source
              + "' itself to an Output");
    }
    if (!map.isEmpty()) {
      connections.add(new Connection(source, target.name(), map));
    }
  }

  private static double[] finite(double[] numbers, NirNode node) {
    for (double number : numbers) {
      if (!Double.isFinite(number) || Math.abs(number) > Float.MAX_VALUE) {
        throw node.fault("the product of the weights before it isn't finite");
      }
    }
    return numbers;
  }

  /** The populations that an Output shows as they are; absent if it shows something else. */
  private Optional<Set<String>> shown(NirNode output) {
    Set<String> populations = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(output.name()));
    while (!open.isEmpty()) {
      for (Edge edge : into.getOrDefault(open.remove(), List.of())) {
        String type = graph.nodes().get(edge.from()).type();
        if (!isLinear(edge.from())) {
          populations.add(edge.from());
        } else if (!type.equals(NirGraph.BORDER) && !type.equals("Flatten")) {
          return Optional.empty();
        } else if (seen.add(edge.from())) {
          open.add(edge.from());
        }
      }
    }
    return Optional.of(populations);
  }

  private static Map<String, double[]> parameters(NirNode node, NeuronType type, int[] shape) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    for (String name : type.times()) {
      double[] values = values(node, name, shape);
      for (double value : values) {
        if (!(value > 0)) {
          throw node.fault(
              name, "has the value " + value + ", expected a positive time in seconds");
        }
      }
      parameters.put(name, values);
    }
    type.numbers().forEach(name -> parameters.put(name, values(node, name, shape)));
    return parameters;
  }

  private static double[] values(NirNode node, String name, int[] shape) {
    if (!node.has(name) && NeuronType.defaultOf(name).isPresent()) {
      return new double[] {NeuronType.defaultOf(name).get()};
    }
    double[] values = node.array(name).spread(shape);
    return SparseMap.isConstant(values) ? new double[] {values[0]} : values;
  }
}
