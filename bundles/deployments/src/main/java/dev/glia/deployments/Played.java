package dev.glia.deployments;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.util.Arrays;
import java.util.List;

/**
 * Spikes of a population while something was played.
 *
 * @param neurons of the population
 * @param spikes ascending by tick, then neuron
 */
public record Played(int neurons, List<Spike> spikes) {
  /**
   * A spike.
   *
   * @param tick from the begin of the playing, at least 1
   */
  public record Spike(long tick, int neuron) {}

  /** How many spikes there were. */
  public int count() {
    return spikes.size();
  }

  /** Tick of each neuron's first spike; -1 of one that stayed silent. */
  public long[] first() {
    long[] first = new long[neurons];
    Arrays.fill(first, -1);
    spikes.reversed().forEach(spike -> first[spike.neuron()] = spike.tick());
    return first;
  }

  /** The neuron with most spikes, of several the first: 0 if all stayed silent. */
  public int mostActive() {
    int[] counts = new int[neurons];
    spikes.forEach(spike -> counts[spike.neuron()]++);
    int most = 0;
    for (int n = 1; n < neurons; n++) {
      most = counts[n] > counts[most] ? n : most;
    }
    return most;
  }

  /** All spikes as a raster, a row a neuron. */
  public Figure figure(String id, String title, String caption) {
    Mark raster =
        new Mark.Raster(
            "spikes",
            spikes.stream().mapToDouble(Spike::tick).toArray(),
            spikes.stream().mapToInt(Spike::neuron).toArray());
    return new Figure(
        id, title, caption, new Chart(Axis.of("tick", ""), Axis.of("neuron", ""), List.of(raster)));
  }
}
