package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.drivers.neurocorex.core.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything of a network lies: populations that nothing projects to are sources, whose
 * spikes the host makes and sends over input lines; all others are neurons of the core.
 */
public final class Placement {
  private final Network network;
  private final List<Integer> sources = new ArrayList<>();
  private final Map<Integer, Integer> firstNeuron = new LinkedHashMap<>();
  private final List<Wire> wires = new ArrayList<>();

  /** Input line by source population, neuron and delay. */
  private final Map<List<Integer>, Integer> lines = new HashMap<>();

  private int neurons;

  Placement(Network network) {
    this.network = network;
    for (int p = 0; p < network.populations().size(); p++) {
      Population population = network.populations().get(p);
      if (isTarget(population)) {
        firstNeuron.put(p, neurons);
        neurons += population.size();
      } else {
        sources.add(p);
      }
    }
    network.projections().forEach(projection -> wires.add(placed(projection)));
  }

  private boolean isTarget(Population population) {
    return network.projections().stream().anyMatch(p -> p.target().equals(population.name()));
  }

  private int index(String population) {
    return network.populations().indexOf(network.population(population));
  }

  private Wire placed(Projection projection) {
    Wire wire = new Wire(network, projection);
    int from = index(projection.source());
    Integer firstSource = firstNeuron.get(from);
    int firstTarget = firstNeuron.get(index(projection.target()));
    wire.fromInputs = firstSource == null;
    for (int s = 0; s < wire.count(); s++) {
      int target = firstTarget + wire.target[s];
      if (wire.fromInputs) {
        List<Integer> key = List.of(from, wire.source[s], wire.delay[s]);
        int line = lines.computeIfAbsent(key, k -> lines.size());
        wire.cell[s] = Layout.inputCell(target, line);
      } else {
        wire.cell[s] = Layout.recurrentCell(target, firstSource + wire.source[s]);
      }
    }
    return wire;
  }

  public Network network() {
    return network;
  }

  /** Indices of the populations whose spikes the host makes. */
  public List<Integer> sources() {
    return sources;
  }

  /** Index of each population on the core, with its first neuron there. */
  public Map<Integer, Integer> firstNeurons() {
    return firstNeuron;
  }

  public List<Wire> wires() {
    return wires;
  }

  /** Neurons that the network has on the core; more than there are if it doesn't fit. */
  public int neurons() {
    return neurons;
  }

  /** Input lines that are needed, likewise. */
  public int inputs() {
    return lines.size();
  }

  /** Input lines by (source population, neuron, delay in ticks). */
  public Map<List<Integer>, Integer> lines() {
    return lines;
  }

  /** The first projection with a synapse whose cell is taken; to be asked only if sizes fit. */
  Optional<Wire> collision() {
    boolean[][] taken = new boolean[2][Layout.CELLS];
    for (Wire wire : wires) {
      for (int s = 0; s < wire.count(); s++) {
        int cell = wire.cell[s];
        boolean[] matrix = taken[wire.fromInputs ? 0 : 1];
        if (matrix[cell]) {
          return Optional.of(wire);
        }
        matrix[cell] = true;
      }
    }
    return Optional.empty();
  }
}
