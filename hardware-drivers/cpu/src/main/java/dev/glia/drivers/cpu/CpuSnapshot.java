package dev.glia.drivers.cpu;

import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Variable;
import dev.glia.drivers.cpu.delivery.SynapseOrder;
import dev.glia.v1.Array;
import dev.glia.v1.Doubles;
import dev.glia.v1.Floats;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.util.List;

/** Writes a simulation down as the neutral state that any driver can take over. */
final class CpuSnapshot {
  private final Simulation simulation;

  CpuSnapshot(Simulation simulation) {
    this.simulation = simulation;
  }

  NetworkState take() {
    NetworkState.Builder state =
        NetworkState.newBuilder()
            .setTick(simulation.now())
            .setDt(simulation.network().dt())
            .setSeed(simulation.network().seed());
    for (int p = 0; p < simulation.populations().size(); p++) {
      state.addPopulations(population(p));
    }
    for (int i = 0; i < simulation.projections().size(); i++) {
      state.addProjections(projection(i));
    }
    return state.build();
  }

  private PopulationState population(int number) {
    Cells cells = simulation.populations().get(number);
    PopulationState.Builder state =
        PopulationState.newBuilder().setName(cells.name()).setSize(cells.size());
    for (Variable variable : cells.population().program().state()) {
      state.addVariables(array(variable.name(), cells.array(variable.name()), cells.size()));
    }
    addRefractory(cells, state);
    addSpikes(number, cells, state);
    cells.parameters().forEach((name, values) -> state.addParameters(doubles(name, values)));
    return state.build();
  }

  private static void addRefractory(Cells cells, PopulationState.Builder state) {
    float[] counts = cells.arrays()[cells.layout().refractory()];
    boolean any = false;
    for (int i = 0; i < cells.size(); i++) {
      any |= counts[i] > 0;
    }
    for (int i = 0; any && i < cells.size(); i++) {
      state.addRefractory((int) counts[i]);
    }
  }

  private void addSpikes(int number, Cells cells, PopulationState.Builder state) {
    long now = simulation.now();
    for (long tick = now - simulation.longestDelayFrom(cells); tick <= now; tick++) {
      int[] neurons = simulation.spikes(number, tick);
      if (neurons.length > 0) {
        PastSpikes.Builder past = PastSpikes.newBuilder().setTick(tick);
        for (int neuron : neurons) {
          past.addNeurons(neuron);
        }
        state.addSpikes(past);
      }
    }
  }

  private ProjectionState projection(int number) {
    Wires wires = simulation.projections().get(number);
    ProjectionState.Builder state =
        ProjectionState.newBuilder()
            .setName(wires.name())
            .setSynapses(wires.count())
            .setLearning(wires.isLearning());
    if (wires.hasOwnWeights()) {
      float[] weights = Weights.read(wires);
      state.setWeights(array("w", weights, weights.length));
    }
    wires
        .projection()
        .learning()
        .ifPresent(learning -> addVariables(number, wires, learning.program(), state));
    return state.build();
  }

  private void addVariables(
      int number, Wires wires, LearningProgram program, ProjectionState.Builder state) {
    SynapseOrder order = Weights.order(wires);
    for (int v = 0; v < program.synapse().size(); v++) {
      int variable = v;
      float[] values = order.read(bySlice(number, slice -> slice.learner().synapse(variable)));
      state.addSynapseVariables(array(program.synapse().get(v).name(), values, values.length));
    }
    for (int v = 0; v < program.pre().size(); v++) {
      int variable = v;
      float[] values = order.readBranches(bySlice(number, slice -> slice.learner().pre(variable)));
      state.addPreVariables(array(program.pre().get(v).name(), values, values.length));
    }
    for (int v = 0; v < program.post().size(); v++) {
      state.addPostVariables(
          array(program.post().get(v).name(), wires.post()[v], wires.target().size()));
    }
    if (wires.deferredPost().form() != null) {
      state.addAllDeferred(
          wires.deferredPost().form().repeated()
              ? new RepetitionState(wires).write()
              : new DeferredState(wires).write());
    }
  }

  private float[][] bySlice(
      int projection, java.util.function.Function<WireSlice, float[]> variable) {
    return java.util.stream.IntStream.range(0, simulation.threads())
        .mapToObj(t -> variable.apply(simulation.worker(t).wires()[projection]))
        .toArray(float[][]::new);
  }

  static Array array(String name, float[] values, int count) {
    Floats.Builder floats = Floats.newBuilder();
    for (int i = 0; i < count; i++) {
      floats.addItems(values[i]);
    }
    return Array.newBuilder().setName(name).setFloats(floats).build();
  }

  static Array doubles(String name, double[] values) {
    Doubles.Builder doubles = Doubles.newBuilder();
    for (double value : values) {
      doubles.addItems(value);
    }
    return Array.newBuilder().setName(name).setDoubles(doubles).build();
  }

  /** Values of an array, whichever kind they are. */
  static double[] values(Array array) {
    List<? extends Number> items =
        array.hasDoubles() ? array.getDoubles().getItemsList() : array.getFloats().getItemsList();
    return items.stream().mapToDouble(Number::doubleValue).toArray();
  }
}
