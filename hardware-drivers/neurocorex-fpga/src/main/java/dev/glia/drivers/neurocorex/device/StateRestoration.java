package dev.glia.drivers.neurocorex.device;

import static dev.glia.drivers.neurocorex.device.Arguments.require;

import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import dev.glia.v1.Array;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes over a neutral state: checks all of it first, and only then touches the core. */
final class StateRestoration {
  private final HostMirror mirror;
  private final NetworkState saved;
  private final Network network;
  private final State state = new State();
  private final Map<String, Map<String, Values>> parameters = new HashMap<>();
  private final Map<Wire, byte[]> weights = new HashMap<>();
  private final List<Runnable> later = new ArrayList<>();
  private Plan plan;

  StateRestoration(HostMirror mirror, NetworkState saved) {
    this.mirror = mirror;
    this.saved = saved;
    network = mirror.network;
  }

  /**
   * Checks everything, and prepares what's to be written.
   *
   * @throws IllegalArgumentException naming what doesn't fit
   */
  void check() {
    require(saved.getDt() == network.dt(), "the state has a dt of " + saved.getDt() + " s");
    require(saved.getSeed() == network.seed(), "the state has another seed");
    require(saved.getTick() >= 0, "the state's tick is negative");
    require(
        saved.getPopulationsCount() == network.populations().size()
            && saved.getProjectionsCount() == network.projections().size(),
        "the state is of another network: it has %d populations and %d projections"
            .formatted(saved.getPopulationsCount(), saved.getProjectionsCount()));
    for (int p = 0; p < network.populations().size(); p++) {
      Population population = network.populations().get(p);
      PopulationState its = saved.getPopulations(p);
      String where = "population " + population.name();
      require(
          its.getName().equals(population.name()) && its.getSize() == population.size(),
          where + " is '" + its.getName() + "' of " + its.getSize() + " neurons in the state");
      checkSpikes(where, its);
      if (!mirror.sources.has(p)) {
        parameters(where, population, its);
      }
    }
    plan = NetworkMapper.plan(network, mirror.sameScale(), parameters, Dialect.CHECKED);
    for (int p = 0; p < network.populations().size(); p++) {
      if (!mirror.sources.has(p)) {
        neurons(network.populations().get(p), saved.getPopulations(p));
      }
    }
    for (int i = 0; i < network.projections().size(); i++) {
      projection(mirror.plan.placement().wires().get(i), saved.getProjections(i));
    }
  }

  private void checkSpikes(String where, PopulationState its) {
    for (PastSpikes past : its.getSpikesList()) {
      require(
          past.getTick() <= saved.getTick()
              && past.getNeuronsList().stream().allMatch(n -> n >= 0 && n < its.getSize()),
          where + " has spikes in the state that can't be");
    }
  }

  private void parameters(String where, Population population, PopulationState its) {
    List<String> ours =
        population.program().parameters().stream().map(Parameter::name).sorted().toList();
    requireNames(where, ours, its.getParametersList());
    Map<String, Values> taken = new HashMap<>();
    for (Array array : its.getParametersList()) {
      double[] values = values(where, array);
      require(
          values.length == 1 || values.length == population.size(),
          "%s.%s has %d values in the state".formatted(where, array.getName(), values.length));
      taken.put(
          array.getName(), values.length == 1 ? Values.shared(values[0]) : Values.each(values));
    }
    parameters.put(population.name(), taken);
  }

  private static void requireNames(String where, List<String> ours, List<Array> saved) {
    List<String> names = saved.stream().map(Array::getName).sorted().toList();
    require(names.equals(ours), where + " has " + names + " in the state, not " + ours);
  }

  private static double[] values(String where, Array array) {
    double[] values =
        array.hasDoubles()
            ? array.getDoubles().getItemsList().stream().mapToDouble(d -> d).toArray()
            : array.getFloats().getItemsList().stream().mapToDouble(f -> f).toArray();
    require(
        Arrays.stream(values).noneMatch(Double::isNaN),
        where + "." + array.getName() + " is NaN in the state");
    return values;
  }

  private void neurons(Population population, PopulationState its) {
    String where = "population " + population.name();
    List<String> ours = population.program().state().stream().map(Variable::name).sorted().toList();
    requireNames(where, ours, its.getVariablesList());
    int first = plan.placement().firstNeurons().get(network.populations().indexOf(population));
    for (Array array : its.getVariablesList()) {
      double[] values = values(where, array);
      require(
          values.length == population.size(),
          "%s.%s has %d values in the state".formatted(where, array.getName(), values.length));
      new States(mirror).set(population.name(), array.getName(), values, state);
    }
    int held = its.getRefractoryCount();
    require(
        held == 0 || held == population.size(),
        where + " has " + held + " refractory counts in the state");
    for (int i = 0; i < held; i++) {
      int steps = plan.neurons()[first + i].refractory();
      require(
          its.getRefractory(i) >= 0 && its.getRefractory(i) <= steps,
          "%s is held for %d ticks in the state, but refractory for %d"
              .formatted(where, its.getRefractory(i), steps));
      state.refractory[first + i] =
          its.getRefractory(i) == 0 ? 0 : steps - its.getRefractory(i) + 1;
    }
    for (PastSpikes past : its.getSpikesList()) {
      if (past.getTick() == saved.getTick()) {
        past.getNeuronsList().forEach(n -> state.spikes.add(first + n));
      }
    }
  }

  private void projection(Wire wire, ProjectionState its) {
    String where = "projection " + wire.projection.name();
    require(
        its.getName().equals(wire.projection.name()) && its.getSynapses() == wire.count(),
        "%s is '%s' of %d synapses in the state"
            .formatted(where, its.getName(), its.getSynapses()));
    double[] given = its.hasWeights() ? values(where, its.getWeights()) : wire.weight;
    require(given.length == wire.count(), where + " has " + given.length + " weights in the state");
    byte[] stored = new byte[given.length];
    for (int s = 0; s < stored.length; s++) {
      stored[s] = mirror.plan.weight(given[s]);
    }
    weights.put(wire, stored);
    Windows windows = mirror.windows.get(wire);
    if (windows != null) {
      LearningProgram program = wire.projection.learning().orElseThrow().program();
      double[] pre = window(where, program.pre().get(0), its.getPreVariablesList(), windows.pre);
      double[] post =
          window(where, program.post().get(0), its.getPostVariablesList(), windows.post);
      requireNames(where, List.of(), its.getSynapseVariablesList());
      openWindows(wire, pre, post);
      later.add(
          () -> {
            System.arraycopy(pre, 0, windows.pre, 0, pre.length);
            System.arraycopy(post, 0, windows.post, 0, post.length);
          });
    }
  }

  private static double[] window(
      String where, Variable variable, List<Array> saved, double[] ours) {
    requireNames(where, List.of(variable.name()), saved);
    double[] values = values(where, saved.get(0));
    require(
        values.length == ours.length,
        "%s.%s has %d values in the state, not %d"
            .formatted(where, variable.name(), values.length, ours.length));
    return values;
  }

  private void openWindows(Wire wire, double[] pre, double[] post) {
    for (int s = 0; s < wire.count(); s++) {
      int column = wire.cell(s) % Layout.SLOTS;
      int counter = Windows.counter(pre[wire.branch[s]]);
      if (wire.isFromInputs()) {
        state.inputPre[column] = counter;
      } else {
        state.recurrentPre[column - Layout.recurrentColumn(0)] = counter;
      }
      int neuron = wire.cell(s) / Layout.SLOTS - Layout.row(0);
      int[] windows = wire.isFromInputs() ? state.inputPost : state.recurrentPost;
      windows[neuron] = Windows.counter(post[wire.target[s]]);
    }
  }

  /** Writes everything to the core. */
  void apply(Core core) throws IOException {
    core.replan(plan);
    core.writeNeurons(state);
    core.writeSpikes(state.spikes);
    core.writeWindows(state);
    for (Map.Entry<Wire, byte[]> each : weights.entrySet()) {
      core.writeWeights(each.getKey(), each.getValue());
    }
    for (int i = 0; i < network.projections().size(); i++) {
      Wire wire = mirror.plan.placement().wires().get(i);
      if (mirror.windows.containsKey(wire)) {
        mirror.setLearning(wire, saved.getProjections(i).getLearning(), core);
      }
    }
    mirror.parameters.putAll(parameters);
    later.forEach(Runnable::run);
    mirror.spikes.set(state.spikes);
    mirror.now = saved.getTick();
  }
}
