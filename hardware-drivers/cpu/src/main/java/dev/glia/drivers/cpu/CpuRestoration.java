package dev.glia.drivers.cpu;

import dev.glia.api.equations.Variable;
import dev.glia.drivers.cpu.delivery.SynapseOrder;
import dev.glia.v1.Array;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Takes over a neutral state: checks all of it, collecting what's to be done, and only then does
 * it.
 */
final class CpuRestoration {
  private final Simulation simulation;
  private final NetworkState state;
  private final List<Runnable> steps = new ArrayList<>();

  CpuRestoration(Simulation simulation, NetworkState state) {
    this.simulation = simulation;
    this.state = state;
  }

  /**
   * Changes the simulation.
   *
   * @throws IllegalArgumentException naming what doesn't fit; nothing has been changed then
   */
  void apply() {
    double dt = simulation.network().dt();
    require(state.getDt() == dt, "its dt is " + state.getDt() + " s, not " + dt + " s");
    require(state.getSeed() == simulation.network().seed(), "its seed is another one");
    require(state.getTick() >= 0, "its tick is negative");
    int populations = simulation.populations().size();
    int projections = simulation.projections().size();
    require(
        state.getPopulationsCount() == populations,
        "it has %d populations, not %d".formatted(state.getPopulationsCount(), populations));
    require(
        state.getProjectionsCount() == projections,
        "it has %d projections, not %d".formatted(state.getProjectionsCount(), projections));
    for (int p = 0; p < populations; p++) {
      population(p, simulation.populations().get(p), state.getPopulations(p));
    }
    for (int i = 0; i < projections; i++) {
      projection(i, simulation.projections().get(i), state.getProjections(i));
    }
    steps.forEach(Runnable::run);
    simulation.setNow(state.getTick());
    simulation.rebind();
    for (int t = 0; t < simulation.threads(); t++) {
      for (WireSlice wire : simulation.worker(t).wires()) {
        wire.refillRing(state.getTick());
      }
    }
  }

  private void population(int number, Cells cells, PopulationState saved) {
    String where = "population " + cells.name();
    require(
        saved.getName().equals(cells.name()), where + " is called '" + saved.getName() + "' there");
    require(saved.getSize() == cells.size(), where + " has " + saved.getSize() + " neurons there");
    List<Variable> variables = cells.population().program().state();
    requireNames(where, variables.stream().map(Variable::name).toList(), saved.getVariablesList());
    for (Array array : saved.getParametersList()) {
      double[] values = values(array);
      require(
          cells.parameters().containsKey(array.getName()),
          where + " has a parameter '" + array.getName() + "' there");
      require(
          values.length == 1 || values.length == cells.size(),
          "%s.%s has %d values there".formatted(where, array.getName(), values.length));
      if (!Arrays.equals(values, cells.parameters().get(array.getName()))) {
        steps.add(() -> cells.setParameter(array.getName(), values));
      }
    }
    for (Array array : saved.getVariablesList()) {
      double[] values = values(array);
      requireLength(where, array, values.length, cells.size());
      steps.add(() -> cells.setState(array.getName(), values));
    }
    refractory(where, cells, saved.getRefractoryList());
    spikes(where, number, cells, saved.getSpikesList());
  }

  private void refractory(String where, Cells cells, List<Integer> ticks) {
    require(
        ticks.isEmpty() || ticks.size() == cells.size(),
        where + " has " + ticks.size() + " refractory counts there");
    require(ticks.stream().allMatch(t -> t >= 0), where + " has a negative refractory count");
    steps.add(
        () -> {
          float[] counts = cells.arrays()[cells.layout().refractory()];
          for (int i = 0; i < cells.size(); i++) {
            counts[i] = ticks.isEmpty() ? 0 : ticks.get(i);
          }
        });
  }

  private void spikes(String where, int number, Cells cells, List<PastSpikes> saved) {
    List<int[]> lists = new ArrayList<>();
    for (PastSpikes past : saved) {
      int[] neurons = past.getNeuronsList().stream().mapToInt(Integer::intValue).toArray();
      boolean ascending =
          IntStream.range(1, neurons.length).allMatch(i -> neurons[i - 1] < neurons[i]);
      require(
          past.getTick() <= state.getTick()
              && ascending
              && Arrays.stream(neurons).allMatch(i -> i >= 0 && i < cells.size()),
          where + " has spikes that can't be");
      lists.add(neurons);
    }
    steps.add(
        () -> {
          for (int t = 0; t < simulation.threads(); t++) {
            CellSlice slice = simulation.worker(t).cells()[number];
            slice.forgetSpikes();
            for (int i = 0; i < lists.size(); i++) {
              long tick = saved.get(i).getTick();
              if (tick >= state.getTick() - simulation.longestDelayFrom(cells)) {
                slice.recall(tick, lists.get(i));
              }
            }
          }
        });
  }

  private void projection(int number, Wires wires, ProjectionState saved) {
    String where = "projection " + wires.name();
    require(
        saved.getName().equals(wires.name()), where + " is called '" + saved.getName() + "' there");
    require(
        saved.getSynapses() == wires.count(),
        where + " has " + saved.getSynapses() + " synapses there, not " + wires.count());
    weights(where, wires, saved);
    wires
        .projection()
        .learning()
        .ifPresent(
            learning -> {
              SynapseOrder order = Weights.order(wires);
              var program = learning.program();
              int count = order.count();
              int branches = order.branches();
              variables(
                  where,
                  program.synapse(),
                  saved.getSynapseVariablesList(),
                  count,
                  (v, values) -> order.write(values, bySlice(number, w -> w.learner().synapse(v))));
              variables(
                  where,
                  program.pre(),
                  saved.getPreVariablesList(),
                  branches,
                  (v, values) ->
                      order.writeBranches(values, bySlice(number, w -> w.learner().pre(v))));
              variables(
                  where,
                  program.post(),
                  saved.getPostVariablesList(),
                  wires.target().size(),
                  (v, values) -> System.arraycopy(values, 0, wires.post()[v], 0, values.length));
              if (wires.deferredPost().form() != null) {
                steps.add(
                    wires.deferredPost().form().repeated()
                        ? () -> new RepetitionState(wires).read(saved)
                        : () -> new DeferredState(wires).read(saved));
              }
              steps.add(() -> wires.setLearning(saved.getLearning()));
            });
  }

  private void weights(String where, Wires wires, ProjectionState saved) {
    boolean given = saved.hasWeights();
    if (!given && !wires.hasOwnWeights()) {
      return;
    }
    float[] weights = given ? floats(values(saved.getWeights())) : Weights.specified(wires);
    require(
        weights.length == wires.count(),
        where + " has " + weights.length + " weights there, not " + wires.count());
    steps.add(
        () -> {
          Weights.write(wires, weights);
          wires.setWeightsReplaced(given);
        });
  }

  private interface Writer {
    void write(int variable, float[] values);
  }

  private void variables(
      String where, List<Variable> ours, List<Array> saved, int length, Writer writer) {
    requireNames(where, ours.stream().map(Variable::name).toList(), saved);
    for (int v = 0; v < ours.size(); v++) {
      int variable = v;
      Array array =
          saved.stream()
              .filter(a -> a.getName().equals(ours.get(variable).name()))
              .findFirst()
              .orElseThrow();
      float[] values = floats(values(array));
      requireLength(where, array, values.length, length);
      steps.add(() -> writer.write(variable, values));
    }
  }

  private float[][] bySlice(int projection, Function<WireSlice, float[]> variable) {
    return IntStream.range(0, simulation.threads())
        .mapToObj(t -> variable.apply(simulation.worker(t).wires()[projection]))
        .toArray(float[][]::new);
  }

  private static double[] values(Array array) {
    double[] values = CpuSnapshot.values(array);
    require(Arrays.stream(values).noneMatch(Double::isNaN), array.getName() + " is NaN there");
    return values;
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static void requireNames(String where, List<String> ours, List<Array> saved) {
    List<String> names = saved.stream().map(Array::getName).sorted().toList();
    List<String> wanted = ours.stream().sorted().toList();
    require(names.equals(wanted), where + " has " + names + " there, not " + wanted);
  }

  private static void requireLength(String where, Array array, int given, int wanted) {
    require(
        given == wanted,
        "%s.%s has %d values there, not %d".formatted(where, array.getName(), given, wanted));
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("the state is of another network: " + problem);
    }
  }
}
