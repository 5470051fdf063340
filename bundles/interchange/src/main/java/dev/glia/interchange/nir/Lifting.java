package dev.glia.interchange.nir;

import dev.glia.api.component.Fault;
import dev.glia.api.equations.Receptor;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.interchange.hdf5.Hdf5Data;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a network into a NIR graph. One network. */
final class Lifting {
  private static final int MOST_DELAYS = 64;
  private static final long MOST_OF_A_MATRIX = 1L << 26;

  private final Network network;
  private final GraphWriter graph = new GraphWriter();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, LiftedPopulation> populations = new LinkedHashMap<>();
  private final Set<String> biased = new HashSet<>();

  Lifting(Network network) {
    this.network = network;
  }

  /** What the graph doesn't say of the network; complete after {@link #lift}. */
  List<String> notes() {
    return notes;
  }

  /**
   * The graph.
   *
   * @throws Fault INPUT, naming population or projection, if NIR can't say it
   */
  GraphWriter lift() {
    NeuronLifting neurons = new NeuronLifting(network, notes);
    for (Population population : network.populations()) {
      LiftedPopulation lifted = neurons.lift(population);
      populations.put(population.name(), lifted);
      graph.node(lifted.node(), lifted.type(), fields(lifted));
    }
    network.projections().forEach(this::projection);
    for (LiftedPopulation population : populations.values()) {
      if (hasBias(population) && !biased.contains(population.node())) {
        biasAlone(population);
      }
    }
    outputs();
    return graph;
  }

  private static Map<String, Hdf5Data> fields(LiftedPopulation population) {
    Map<String, Hdf5Data> fields = new LinkedHashMap<>();
    if (population.isInput() || population.isOutput()) {
      fields.put("shape", Hdf5Data.of(new long[] {population.size()}, 1));
    }
    population
        .parameters()
        .forEach((name, values) -> fields.put(name, Hdf5Data.of(floats(values), values.length)));
    return fields;
  }

  private void projection(Projection projection) {
    LiftedPopulation source = populations.get(projection.source());
    LiftedPopulation target = populations.get(projection.target());
    if (projection.learning().isPresent()) {
      throw refused(
          projection,
          "learns, which NIR can't say. Record its weights, and use them in a network without"
              + " learning: topology: {explicit: {synapses: {file: weights-….npy}}}");
    }
    if (target.isInput()) {
      throw refused(projection, "leads to '" + target.node() + "', which takes no input in NIR");
    }
    boolean analog = analog(projection, source, target);
    SparseMap map = scaled(Synapses.of(projection, network), target, projection);
    if (analog) {
      map = new SparseMap(map.starts(), map.targets(), map.weights(), new double[map.size()]);
    }
    double[] delays = Arrays.stream(map.delays()).distinct().sorted().toArray();
    if (delays.length > MOST_DELAYS) {
      throw refused(
          projection,
          "has "
              + delays.length
              + " different delays. NIR's Delay is one a node; up to "
              + MOST_DELAYS
              + " are written. Try a larger dt or one delay");
    }
    for (double delay : delays) {
      connect(source, target, delays.length == 1 ? map : only(map, delay), delay, projection);
    }
  }

  /** Whether it sends potentials; spikes otherwise. */
  private boolean analog(Projection projection, LiftedPopulation source, LiftedPopulation target) {
    Receptor receptor =
        network.population(projection.target()).receptors().stream()
            .filter(each -> each.name().equals(projection.receptor()))
            .findFirst()
            .orElseThrow();
    if (receptor.synapse().isContinuous()) {
      boolean known =
          bare(receptor.synapse().text().continuous()).equals("w*v_pre")
              && receptor.into().equals("i_in")
              && source.isAnalog();
      if (known) {
        return true;
      }
    } else if (source.spikes() && receptor.into().equals(target.into())) {
      boolean exponential = !target.into().equals("arrived") && !target.into().equals("v");
      if (exponential || isDelta(receptor)) {
        return false;
      }
    }
    throw refused(
        projection,
        "acts through a synapse on '"
            + receptor.into()
            + "' as NIR has none. It has delta synapses into `arrived` of its own models,"
            + " nir-analog from neurons that don't spike, and delta or exponential ones onto lif");
  }

  static boolean isDelta(Receptor receptor) {
    return receptor.synapse().actsOnState()
        && bare(receptor.synapse().text().onSpike()).equals("target+=w")
        && receptor.synapse().text().equations().isBlank();
  }

  /** A text without spaces. */
  static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private SparseMap scaled(SparseMap map, LiftedPopulation target, Projection projection) {
    double[] weights = new double[map.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = map.weights()[i] * target.factors()[map.targets()[i]];
      if (!(Math.abs(weights[i]) <= Float.MAX_VALUE)) {
        throw refused(projection, "has a weight that isn't finite in NIR: " + weights[i]);
      }
    }
    return new SparseMap(map.starts(), map.targets(), weights, map.delays());
  }

  private static SparseMap only(SparseMap map, double delay) {
    SparseMapBuilder some = new SparseMapBuilder(map.sources(), "");
    for (int source = 0; source < map.sources(); source++) {
      for (int i = map.starts()[source]; i < map.starts()[source + 1]; i++) {
        if (map.delays()[i] == delay) {
          some.add(map.targets()[i], map.weights()[i], delay);
        }
      }
      some.endOfSource();
    }
    return some.map();
  }

  private void connect(
      LiftedPopulation source,
      LiftedPopulation target,
      SparseMap map,
      double delay,
      Projection projection) {
    String from = source.node();
    if (delay > 0) {
      double[] delays = new double[source.size()];
      Arrays.fill(delays, delay);
      String node =
          graph.node(
              source.node() + "-delay",
              "Delay",
              Map.of("delay", Hdf5Data.of(floats(delays), delays.length)));
      graph.edge(from, node);
      from = node;
    }
    boolean bias = hasBias(target) && biased.add(target.node());
    boolean direct = map.isOneToOne() && source.size() == target.size() && !bias;
    if (direct
        && !target.isOutput()
        && SparseMap.isConstant(map.weights())
        && map.weights()[0] == 1) {
      graph.edge(from, target.node());
      return;
    }
    String name = source.node() + "-to-" + target.node();
    String node =
        direct
            ? graph.node(
                name, "Scale", Map.of("scale", Hdf5Data.of(floats(map.weights()), map.size())))
            : matrix(name, map, target, bias, projection);
    graph.edge(from, node);
    graph.edge(node, target.node());
  }

  private String matrix(
      String name, SparseMap map, LiftedPopulation target, boolean bias, Projection projection) {
    if ((long) map.sources() * target.size() > MOST_OF_A_MATRIX) {
      throw refused(
          projection,
          "joins "
              + map.sources()
              + " with "
              + target.size()
              + " neurons, too many for the full matrix that NIR wants");
    }
    float[] weights = new float[map.sources() * target.size()];
    for (int source = 0; source < map.sources(); source++) {
      for (int i = map.starts()[source]; i < map.starts()[source + 1]; i++) {
        weights[map.targets()[i] * map.sources() + source] += (float) map.weights()[i];
      }
    }
    Map<String, Hdf5Data> fields = new LinkedHashMap<>();
    fields.put("weight", Hdf5Data.of(weights, target.size(), map.sources()));
    if (bias) {
      fields.put("bias", Hdf5Data.of(floats(target.bias()), target.size()));
    }
    return graph.node(name, bias ? "Affine" : "Linear", fields);
  }

  private static boolean hasBias(LiftedPopulation population) {
    return Arrays.stream(population.bias()).anyMatch(bias -> bias != 0);
  }

  /** A bias without a connection hangs on one without weight. */
  private void biasAlone(LiftedPopulation target) {
    LiftedPopulation source = populations.values().iterator().next();
    if ((long) source.size() * target.size() > MOST_OF_A_MATRIX) {
      throw NeuronLifting.refused(
          network.population(target.node()), "has a bias but no projection that could carry it");
    }
    Map<String, Hdf5Data> fields = new LinkedHashMap<>();
    float[] nothing = new float[source.size() * target.size()];
    fields.put("weight", Hdf5Data.of(nothing, target.size(), source.size()));
    fields.put("bias", Hdf5Data.of(floats(target.bias()), target.size()));
    String node = graph.node(source.node() + "-to-" + target.node(), "Affine", fields);
    graph.edge(source.node(), node);
    graph.edge(node, target.node());
  }

  /** What leads nowhere is an output; where all is in circles, what is recorded. */
  private void outputs() {
    Set<String> shown = new HashSet<>();
    for (LiftedPopulation each : populations.values()) {
      if (network.projections().stream()
          .noneMatch(p -> p.source().equals(each.node()) && !p.target().equals(each.node()))) {
        shown.add(each.node());
      }
    }
    if (shown.isEmpty()) {
      network.probes().stream().map(Probe::population).forEach(shown::add);
    }
    populations.values().stream()
        .filter(each -> each.isInput() || each.isOutput())
        .forEach(each -> shown.remove(each.node()));
    for (LiftedPopulation population : populations.values()) {
      if (shown.contains(population.node())) {
        String output =
            graph.node(
                population.node() + "-output",
                "Output",
                Map.of("shape", Hdf5Data.of(new long[] {population.size()}, 1)));
        graph.edge(population.node(), output);
      }
    }
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  private static Fault refused(Projection projection, String what) {
    return Fault.input("projection '" + projection.name() + "' " + what + ".");
  }
}
