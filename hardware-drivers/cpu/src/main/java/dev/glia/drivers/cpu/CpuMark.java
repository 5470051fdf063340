package dev.glia.drivers.cpu;

import dev.glia.api.equations.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The neurons' part of a simulation's state, kept to return to: state variables, refractory counts
 * and recent spikes. Parameters may change in between, and with them the arrays.
 */
final class CpuMark {
  private final Simulation simulation;
  private final List<float[][]> states = new ArrayList<>();
  private final List<List<Past>> spikes = new ArrayList<>();

  /** Spikes of one population, so many ticks before the mark. */
  private record Past(long before, int[] neurons) {}

  /** Remembers the present state. */
  CpuMark(Simulation simulation) {
    this.simulation = simulation;
    for (int p = 0; p < simulation.populations().size(); p++) {
      Cells cells = simulation.populations().get(p);
      float[][] live = live(cells);
      float[][] copy = new float[live.length][];
      for (int i = 0; i < live.length; i++) {
        copy[i] = live[i].clone();
      }
      states.add(copy);
      spikes.add(past(cells, p));
    }
  }

  private static float[][] live(Cells cells) {
    List<Variable> variables = cells.population().program().state();
    float[][] live = new float[variables.size() + 1][];
    for (int i = 0; i < variables.size(); i++) {
      live[i] = cells.array(variables.get(i).name());
    }
    live[variables.size()] = cells.arrays()[cells.layout().refractory()];
    return live;
  }

  private List<Past> past(Cells cells, int number) {
    List<Past> past = new ArrayList<>();
    for (long before = simulation.longestDelayFrom(cells); before >= 0; before--) {
      int[] neurons = simulation.spikes(number, simulation.now() - before);
      if (neurons.length > 0) {
        past.add(new Past(before, neurons));
      }
    }
    return past;
  }

  /** Returns to the remembered state, at this tick. */
  void rewind(long tick) {
    for (int p = 0; p < simulation.populations().size(); p++) {
      float[][] live = live(simulation.populations().get(p));
      float[][] copy = states.get(p);
      for (int i = 0; i < live.length; i++) {
        System.arraycopy(copy[i], 0, live[i], 0, live[i].length);
      }
      for (int t = 0; t < simulation.threads(); t++) {
        refill(simulation.worker(t).cells()[p], spikes.get(p), tick);
      }
    }
    simulation.setNow(tick);
    for (int t = 0; t < simulation.threads(); t++) {
      for (WireSlice wire : simulation.worker(t).wires()) {
        wire.refillRing(tick);
      }
    }
  }

  private static void refill(CellSlice slice, List<Past> past, long tick) {
    slice.forgetSpikes();
    for (Past each : past) {
      slice.recall(tick - each.before(), each.neurons());
    }
  }
}
