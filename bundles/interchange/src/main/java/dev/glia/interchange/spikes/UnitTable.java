package dev.glia.interchange.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.SpikeTrains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spikes by neuron.
 *
 * @param populations of each unit
 * @param neurons number of each unit within its population
 * @param times of all spikes in seconds, unit after unit, ascending in each
 * @param ends index behind each unit's last time
 * @param dt resolution of the times in seconds
 * @param until end of the recording in seconds
 */
record UnitTable(
    List<String> populations,
    long[] neurons,
    double[] times,
    long[] ends,
    double dt,
    double until) {

  static UnitTable of(Recording recording, List<SpikeTrains> all) {
    double dt = recording.network().dt();
    int units = all.stream().mapToInt(SpikeTrains::size).reduce(0, Math::addExact);
    int spikes = all.stream().mapToInt(trains -> trains.ticks().length).reduce(0, Math::addExact);
    List<String> populations = new ArrayList<>(units);
    long[] neurons = new long[units];
    long[] ends = new long[units];
    double[] times = new double[spikes];
    int first = 0; // unit
    int start = 0; // time
    for (SpikeTrains trains : all) {
      int[] next = starts(trains, start);
      for (int i = 0; i < trains.size(); i++) {
        populations.add(trains.population());
        neurons[first + i] = i;
        ends[first + i] = next[i + 1];
      }
      for (int i = 0; i < trains.ticks().length; i++) {
        times[next[trains.neurons()[i]]++] = trains.ticks()[i] * dt;
      }
      first += trains.size();
      start += trains.ticks().length;
    }
    return new UnitTable(populations, neurons, times, ends, dt, recording.ticks() * dt);
  }

  /** Where each neuron's times begin, and one more where they end. */
  private static int[] starts(SpikeTrains trains, int from) {
    int[] starts = new int[trains.size() + 1];
    for (int neuron : trains.neurons()) {
      starts[neuron + 1]++;
    }
    starts[0] = from;
    Arrays.parallelPrefix(starts, Integer::sum);
    return starts;
  }

  int size() {
    return neurons.length;
  }
}
