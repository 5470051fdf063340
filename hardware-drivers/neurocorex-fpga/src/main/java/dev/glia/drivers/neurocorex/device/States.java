package dev.glia.drivers.neurocorex.device;

import static dev.glia.drivers.neurocorex.device.Arguments.require;

import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.mapping.CoreNeuron;
import dev.glia.drivers.neurocorex.mapping.Wire;
import dev.glia.v1.Array;
import dev.glia.v1.Doubles;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A network's state in its own numbers, from what the core has. */
final class States {
  private final HostMirror mirror;

  States(HostMirror mirror) {
    this.mirror = mirror;
  }

  private int first(Population population) {
    return mirror.firstNeuron(population.name());
  }

  private Population population(String name) {
    return mirror.network.population(name);
  }

  /** The state before the first tick. */
  void start(State into) {
    for (String name : mirror.parameters.keySet()) {
      Population population = population(name);
      for (Variable variable : population.program().state()) {
        Values given = population.start().get(variable.name());
        double[] values =
            given == null
                ? new double[] {mirror.plan.start(population, variable)}
                : given.toArray();
        put(population, variable.name(), values, into);
      }
    }
  }

  /** The values of a variable of a population on the core. */
  double[] variable(String of, String variable, State state) {
    Population population = population(of);
    int first = first(population);
    double[] values = new double[population.size()];
    for (int i = 0; i < values.length; i++) {
      CoreNeuron neuron = mirror.plan.neurons()[first + i];
      if (variable.equals(neuron.membrane())) {
        values[i] = CoreNeuron.value(state.v[first + i]) / mirror.plan.scale();
      } else if (variable.equals(neuron.compared())) {
        int compared = state.compared[first + i] - neuron.comparedOffset();
        values[i] = CoreNeuron.value(compared) / mirror.plan.scale();
      } else {
        values[i] = constant(population, variable, i);
      }
    }
    return values;
  }

  /** A variable that no tick leaves changed. */
  private double constant(Population population, String variable, int neuron) {
    Values given = population.start().get(variable);
    if (given != null) {
      return given.at(neuron);
    }
    return population.program().state().stream()
        .filter(v -> v.name().equals(variable))
        .mapToDouble(v -> mirror.plan.start(population, v))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Sets a variable.
   *
   * @throws IllegalArgumentException if there's no such variable, or the core doesn't keep it
   */
  void set(String of, String variable, double[] values, State state) {
    Population population = population(of);
    require(
        population.program().state().stream().anyMatch(v -> v.name().equals(variable)),
        "population %s has no variable '%s'".formatted(of, variable));
    if (!put(population, variable, values, state)) {
      for (int i = 0; i < population.size(); i++) {
        double wanted = values.length == 1 ? values[0] : values[i];
        require(
            wanted == constant(population, variable, i),
            "the core doesn't keep %s.%s from tick to tick: it can't be set"
                .formatted(of, variable));
      }
    }
  }

  /** Whether the core keeps the variable. */
  private boolean put(Population population, String variable, double[] values, State state) {
    int first = first(population);
    boolean kept = false;
    for (int i = 0; i < population.size(); i++) {
      CoreNeuron neuron = mirror.plan.neurons()[first + i];
      double value = values.length == 1 ? values[0] : values[i];
      int fixed = fixed(value);
      if (variable.equals(neuron.membrane())) {
        state.v[first + i] = fixed;
        kept = true;
      } else if (variable.equals(neuron.compared())) {
        state.compared[first + i] = Fixed.saturated((long) fixed + neuron.comparedOffset());
        kept = true;
      }
    }
    return kept;
  }

  private int fixed(double value) {
    double exact = Math.floor(value * mirror.plan.scale() * Fixed.ONE + 0.5);
    return (int) Math.clamp(exact, Fixed.MIN, Fixed.MAX);
  }

  /** Ticks for which a neuron doesn't spike yet. */
  private int held(int neuron, State state) {
    int steps = mirror.plan.neurons()[neuron].refractory();
    int counter = state.refractory[neuron];
    return counter == 0 ? 0 : Math.max(0, steps - counter + 1);
  }

  NetworkState take(Core core, NetworkState ofSources) throws IOException {
    State state = new State();
    core.readNeurons(state);
    Bits spikes = core.readSpikes();
    Network network = mirror.network;
    NetworkState.Builder taken =
        NetworkState.newBuilder().setTick(mirror.now).setDt(network.dt()).setSeed(network.seed());
    for (int p = 0; p < network.populations().size(); p++) {
      taken.addPopulations(
          mirror.sources.has(p)
              ? mirror.sources.state(p, ofSources)
              : onCore(network.populations().get(p), state, spikes));
    }
    for (Wire wire : mirror.plan.placement().wires()) {
      taken.addProjections(of(wire, core));
    }
    return taken.build();
  }

  private PopulationState onCore(Population population, State state, Bits spikes) {
    int first = first(population);
    PopulationState.Builder taken =
        PopulationState.newBuilder().setName(population.name()).setSize(population.size());
    for (Variable variable : population.program().state()) {
      taken.addVariables(
          array(variable.name(), variable(population.name(), variable.name(), state)));
    }
    for (Parameter parameter : population.program().parameters()) {
      Values given = mirror.parameters.get(population.name()).get(parameter.name());
      double[] values = given == null ? new double[] {parameter.defaultValue()} : given.toArray();
      taken.addParameters(array(parameter.name(), values));
    }
    int[] held = IntStream.range(0, population.size()).map(i -> held(first + i, state)).toArray();
    if (Arrays.stream(held).anyMatch(ticks -> ticks > 0)) {
      Arrays.stream(held).forEach(taken::addRefractory);
    }
    PastSpikes.Builder last = PastSpikes.newBuilder().setTick(mirror.now);
    for (int n = spikes.next(first); n < first + population.size(); n = spikes.next(n + 1)) {
      last.addNeurons(n - first);
    }
    if (last.getNeuronsCount() > 0) {
      taken.addSpikes(last);
    }
    return taken.build();
  }

  private ProjectionState of(Wire wire, Core core) throws IOException {
    byte[] stored = core.readWeights(wire);
    double[] weights = new double[stored.length];
    for (int s = 0; s < stored.length; s++) {
      weights[s] = mirror.plan.weight(stored[s]);
    }
    ProjectionState.Builder taken =
        ProjectionState.newBuilder()
            .setName(wire.projection.name())
            .setSynapses(wire.count())
            .setWeights(array("w", weights));
    Windows windows = mirror.windows.get(wire);
    if (windows != null) {
      var program = wire.projection.learning().orElseThrow().program();
      taken
          .setLearning(windows.on)
          .addPreVariables(array(program.pre().get(0).name(), windows.pre))
          .addPostVariables(array(program.post().get(0).name(), windows.post));
    }
    return taken.build();
  }

  private static Array array(String name, double[] values) {
    Doubles.Builder doubles = Doubles.newBuilder();
    Arrays.stream(values).forEach(doubles::addItems);
    return Array.newBuilder().setName(name).setDoubles(doubles).build();
  }
}
