package dev.glia.drivers.interpreter;

import dev.glia.v1.Array;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes over a neutral state: checks all of it, collecting what's to be done, and only then does
 * it.
 */
final class Restoration {
  private final Simulation simulation;
  private final NetworkState state;
  private final List<Runnable> steps = new ArrayList<>();

  Restoration(Simulation simulation, NetworkState state) {
    this.simulation = simulation;
    this.state = state;
  }

  /**
   * Changes the simulation.
   *
   * @throws IllegalArgumentException naming what doesn't fit; nothing has been changed then
   */
  void apply() {
    Clock clock = simulation.clock;
    require(state.getDt() == clock.dt, "its dt is " + state.getDt() + " s, not " + clock.dt + " s");
    require(state.getSeed() == clock.seed, "its seed is another one");
    require(state.getTick() >= 0, "its tick is negative");
    require(
        state.getPopulationsCount() == simulation.populations.size(),
        "it has %d populations, not %d"
            .formatted(state.getPopulationsCount(), simulation.populations.size()));
    require(
        state.getProjectionsCount() == simulation.projections.size(),
        "it has %d projections, not %d"
            .formatted(state.getProjectionsCount(), simulation.projections.size()));
    // Projections first: weights may lie on hardware, and be lost on their way.
    for (int i = 0; i < simulation.projections.size(); i++) {
      projection(simulation.projections.get(i), state.getProjections(i));
    }
    for (int i = 0; i < simulation.populations.size(); i++) {
      population(simulation.populations.get(i), state.getPopulations(i));
    }
    steps.forEach(Runnable::run);
    clock.tick = state.getTick();
  }

  private void population(Cells cells, PopulationState saved) {
    String where = "population " + cells.population.name();
    int size = cells.population.size();
    require(
        saved.getName().equals(cells.population.name()),
        where + " is called '" + saved.getName() + "' there");
    require(saved.getSize() == size, where + " has " + saved.getSize() + " neurons there");
    columns(where, cells.state, saved.getVariablesList());
    parameters(where, cells, saved.getParametersList());
    held(where, cells, saved.getRefractoryList());
    steps.add(cells.spikes::clear);
    for (PastSpikes past : saved.getSpikesList()) {
      int[] neurons = past.getNeuronsList().stream().mapToInt(Integer::intValue).toArray();
      require(
          past.getTick() <= state.getTick()
              && Arrays.stream(neurons).allMatch(i -> i >= 0 && i < size),
          where + " has spikes that can't be");
      steps.add(() -> cells.spikes.put(past.getTick(), neurons));
    }
  }

  private void held(String where, Cells cells, List<Integer> ticks) {
    require(
        ticks.isEmpty() || ticks.size() == cells.held.length,
        where + " has " + ticks.size() + " refractory counts there");
    require(ticks.stream().allMatch(t -> t >= 0), where + " has a negative refractory count");
    steps.add(
        () -> {
          for (int i = 0; i < cells.held.length; i++) {
            cells.held[i] = ticks.isEmpty() ? 0 : ticks.get(i);
          }
        });
  }

  private void projection(Wires wires, ProjectionState saved) {
    String where = "projection " + wires.projection().name();
    Synapses synapses = wires.synapses();
    require(
        saved.getName().equals(wires.projection().name()),
        where + " is called '" + saved.getName() + "' there");
    require(
        saved.getSynapses() == synapses.count(),
        where + " has " + saved.getSynapses() + " synapses there, not " + synapses.count());
    weights(where, wires, saved);
    wires
        .plasticity()
        .ifPresent(
            plasticity -> {
              columns(where, plasticity.pre, saved.getPreVariablesList());
              columns(where, plasticity.post, saved.getPostVariablesList());
              columns(where, plasticity.variables, saved.getSynapseVariablesList());
              steps.add(() -> plasticity.on = saved.getLearning());
            });
  }

  private void weights(String where, Wires wires, ProjectionState saved) {
    double[] weight = wires.synapses().weight;
    double[] given = saved.hasWeights() ? values(saved.getWeights()) : wires.specifiedWeights();
    require(
        given.length == weight.length,
        where + " has " + given.length + " weights there, not " + weight.length);
    steps.add(
        () -> {
          wires.replaceWeights(given);
          wires.weightsReplaced = saved.hasWeights() || wires.isOnHardware();
        });
  }

  private void columns(String where, Columns columns, List<Array> saved) {
    requireSameNames(where, columns, saved);
    for (Array array : saved) {
      double[] column = columns.column(array.getName());
      double[] given = values(array);
      require(
          given.length == column.length,
          "%s.%s has %d values there, not %d"
              .formatted(where, array.getName(), given.length, column.length));
      steps.add(() -> System.arraycopy(given, 0, column, 0, column.length));
    }
  }

  /** Like other columns, but shared by all neurons or not, whatever they are here. */
  private void parameters(String where, Cells cells, List<Array> saved) {
    requireSameNames(where, cells.parameters, saved);
    for (Array array : saved) {
      double[] given = values(array);
      require(
          given.length == 1 || given.length == cells.population.size(),
          "%s.%s has %d values there".formatted(where, array.getName(), given.length));
      steps.add(() -> cells.parameters.put(array.getName(), given));
    }
    steps.add(cells::deriveCoefficients);
  }

  private static void requireSameNames(String where, Columns columns, List<Array> saved) {
    List<String> names = saved.stream().map(Array::getName).sorted().toList();
    List<String> ours = columns.all().keySet().stream().sorted().toList();
    require(names.equals(ours), where + " has " + names + " there, not " + ours);
  }

  private static double[] values(Array array) {
    double[] values =
        array.hasDoubles()
            ? array.getDoubles().getItemsList().stream().mapToDouble(d -> d).toArray()
            : array.getFloats().getItemsList().stream().mapToDouble(f -> f).toArray();
    require(Arrays.stream(values).noneMatch(Double::isNaN), array.getName() + " is NaN there");
    return values;
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("the state is of another network: " + problem);
    }
  }
}
