package dev.glia.drivers.interpreter;

import dev.glia.v1.Array;
import dev.glia.v1.Doubles;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.util.Arrays;
import java.util.List;

/** Writes a simulation down as the neutral state that any driver can take over. */
final class Snapshots {
  private Snapshots() {}

  static NetworkState take(Simulation simulation) {
    NetworkState.Builder state =
        NetworkState.newBuilder()
            .setTick(simulation.clock.tick)
            .setDt(simulation.clock.dt)
            .setSeed(simulation.clock.seed);
    simulation.populations.forEach(cells -> state.addPopulations(of(cells)));
    simulation.projections.forEach(wires -> state.addProjections(of(wires)));
    return state.build();
  }

  private static PopulationState of(Cells cells) {
    PopulationState.Builder state =
        PopulationState.newBuilder()
            .setName(cells.population.name())
            .setSize(cells.population.size())
            .addAllVariables(arrays(cells.state))
            .addAllParameters(arrays(cells.parameters));
    if (Arrays.stream(cells.held).anyMatch(ticks -> ticks > 0)) {
      Arrays.stream(cells.held).forEach(state::addRefractory);
    }
    cells
        .spikes
        .all()
        .forEach(
            (tick, neurons) -> {
              PastSpikes.Builder past = PastSpikes.newBuilder().setTick(tick);
              Arrays.stream(neurons).forEach(past::addNeurons);
              state.addSpikes(past);
            });
    return state.build();
  }

  private static ProjectionState of(Wires wires) {
    ProjectionState.Builder state =
        ProjectionState.newBuilder()
            .setName(wires.projection().name())
            .setSynapses(wires.synapses().count());
    if (wires.weightsReplaced || wires.plasticity().isPresent()) {
      state.setWeights(array("w", wires.synapses().weight));
    }
    wires
        .plasticity()
        .ifPresent(
            plasticity ->
                state
                    .setLearning(plasticity.on)
                    .addAllPreVariables(arrays(plasticity.pre))
                    .addAllPostVariables(arrays(plasticity.post))
                    .addAllSynapseVariables(arrays(plasticity.variables)));
    return state.build();
  }

  private static List<Array> arrays(Columns columns) {
    return columns.all().entrySet().stream()
        .map(column -> array(column.getKey(), column.getValue()))
        .toList();
  }

  private static Array array(String name, double[] values) {
    Doubles.Builder doubles = Doubles.newBuilder();
    Arrays.stream(values).forEach(doubles::addItems);
    return Array.newBuilder().setName(name).setDoubles(doubles).build();
  }
}
