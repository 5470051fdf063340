package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import java.util.List;

/** Recorded spikes, regrouped by neuron. */
final class Spikes {
  private Spikes() {}

  /** What was recorded, or a fault that says which probe to add. */
  static List<Recording.SpikeTrains> of(Recording recording, String analyzer) {
    if (recording.spikes().isEmpty()) {
      String population =
          recording.network().populations().stream()
              .map(p -> p.name())
              .findFirst()
              .orElse("population");
      throw Fault.input(
          analyzer
              + " needs recorded spikes, and there are none. Add a probe: {of: "
              + population
              + ", record: spikes}.");
    }
    return recording.spikes();
  }

  /** Spike times in ticks, ascending, an array for each neuron. */
  static long[][] byNeuron(Recording.SpikeTrains trains, Window window) {
    int[] counts = new int[trains.size()];
    for (int i = 0; i < trains.ticks().length; i++) {
      if (window.holds(trains.ticks()[i])) {
        counts[trains.neurons()[i]]++;
      }
    }
    long[][] times = new long[trains.size()][];
    for (int neuron = 0; neuron < times.length; neuron++) {
      times[neuron] = new long[counts[neuron]];
    }
    int[] next = new int[trains.size()];
    for (int i = 0; i < trains.ticks().length; i++) {
      if (window.holds(trains.ticks()[i])) {
        int neuron = trains.neurons()[i];
        times[neuron][next[neuron]++] = trains.ticks()[i];
      }
    }
    return times;
  }
}
