package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the host knows of a network on a core without asking: where everything lies, the parameters,
 * who spiked last, and how long windows stay open.
 */
final class HostMirror {
  final Plan plan;
  final Network network;
  final SourceHost sources;
  final Map<Wire, Windows> windows = new HashMap<>();

  /** Parameters of populations on the core, as they are now. */
  final Map<String, Map<String, Values>> parameters = new HashMap<>();

  /** Who spiked on the core in the last tick. */
  final Bits spikes = new Bits();

  long now;

  HostMirror(Plan plan, SourceHost sources) {
    this.plan = plan;
    this.sources = sources;
    network = plan.placement().network();
    for (int p : plan.placement().firstNeurons().keySet()) {
      Population population = network.populations().get(p);
      parameters.put(population.name(), new HashMap<>(population.parameters()));
    }
    for (Wire wire : plan.placement().wires()) {
      if (wire.projection.learning().isPresent()) {
        windows.put(wire, new Windows(plan, wire));
      }
    }
  }

  /** Options with which the network is mapped as it was. */
  DeployOptions sameScale() {
    return new DeployOptions(0, Map.of(NetworkMapper.SCALE, Double.toString(plan.scale())));
  }

  boolean isOnCore(String population) {
    return parameters.containsKey(population);
  }

  int index(String population) {
    return network.populations().indexOf(network.population(population));
  }

  /** Of a population on the core. */
  int firstNeuron(String population) {
    return plan.placement().firstNeurons().get(index(population));
  }

  Wire wire(String projection) {
    return plan.placement().wires().stream()
        .filter(wire -> wire.projection.name().equals(projection))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there's no projection '" + projection + "'"));
  }

  /** Lets a projection learn, or keep its weights; if that fails, nothing has changed here. */
  void setLearning(Wire wire, boolean on, Core core) throws IOException {
    boolean before = windows.get(wire).on;
    windows.get(wire).on = on;
    try {
      core.setLearning(wire, on, isFrozen(true), isFrozen(false));
    } catch (IOException e) {
      windows.get(wire).on = before;
      throw e;
    }
  }

  /** Whether nothing learns of what could, from input lines or between neurons. */
  private boolean isFrozen(boolean inputs) {
    return windows.entrySet().stream()
        .filter(e -> e.getKey().isFromInputs() == inputs)
        .noneMatch(e -> e.getValue().on);
  }

  /** A tick has passed, in which these neurons spiked. */
  void tick(Bits spiking) {
    windows.forEach(this::countWindows);
    spikes.set(spiking);
    now++;
  }

  /** What the tick that begins now does to windows; before its own spikes are known. */
  private void countWindows(Wire wire, Windows each) {
    for (int b = 0; b < wire.branchSource.length; b++) {
      if (arrives(wire, b)) {
        each.arrive(b);
      }
    }
    int first = firstNeuron(wire.projection.target());
    for (int i = 0; i < each.post.length; i++) {
      if (spikes.has(first + i)) {
        each.spike(i);
      }
    }
    each.tick();
  }

  private boolean arrives(Wire wire, int branch) {
    int source = wire.branchSource[branch];
    if (!wire.isFromInputs()) {
      return spikes.has(firstNeuron(wire.projection.source()) + source);
    }
    int p = index(wire.projection.source());
    return Arrays.binarySearch(sources.spikes(p, now - wire.branchDelay[branch]), source) >= 0;
  }
}
