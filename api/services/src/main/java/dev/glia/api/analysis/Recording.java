package dev.glia.api.analysis;

import dev.glia.api.network.Network;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a run recorded. Immutable; arrays are not to be changed. */
@ProviderType
public interface Recording {
  Network network();

  /** Ticks that were run. */
  long ticks();

  /** Populations whose spikes were recorded. */
  List<SpikeTrains> spikes();

  List<Trace> traces();

  /** Weights of projections at the end, as probes asked for them. */
  List<Weights> weights();

  /** Presentations in order; empty in runs without a task. */
  List<Answer> answers();

  default Optional<SpikeTrains> spikesOf(String population) {
    return spikes().stream().filter(s -> s.population().equals(population)).findFirst();
  }

  /** Presentations of a phase, in order. */
  default List<Answer> answersOf(String phase) {
    return answers().stream().filter(answer -> answer.phase().equals(phase)).toList();
  }

  /** Share of a phase's presentations that were answered rightly; NaN if there's none. */
  default double accuracy(String phase) {
    return answersOf(phase).stream()
        .mapToDouble(answer -> answer.isRight() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Share of a phase's presentations to which there was no answer; NaN if there's none. */
  default double silence(String phase) {
    return answersOf(phase).stream()
        .mapToDouble(answer -> answer.isSilent() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Spikes of a population, ascending by tick, then neuron.
   *
   * @param size recorded neurons, 0 to size-1
   */
  record SpikeTrains(String population, int size, long[] ticks, int[] neurons) {}

  /**
   * Samples of a state variable.
   *
   * @param samples in SI base units, a row of {@code neurons} a tick
   */
  record Trace(
      String population,
      String variable,
      String unit,
      int neurons,
      long[] ticks,
      float[] samples) {}

  /**
   * Weights as a matrix; 0 where there's no synapse.
   *
   * @param weights in SI base units, {@code sources × targets}, row-major by source
   */
  record Weights(String projection, int sources, int targets, float[] weights) {
    /** Weights from all sources to a target. */
    public float[] into(int target) {
      float[] column = new float[sources];
      for (int source = 0; source < sources; source++) {
        column[source] = weights[source * targets + target];
      }
      return column;
    }
  }

  /**
   * What a task's readout said of a sample.
   *
   * @param phase name of the phase
   * @param label of the sample
   * @param answer of the network; -1 if it stayed silent
   * @param counts spikes of each readout neuron
   * @param from tick before the showing that was answered; its spikes are after it
   * @param until tick of its end, included
   */
  record Answer(String phase, int label, int answer, int[] counts, long from, long until) {
    /** An answer without a place in time. */
    public Answer(String phase, int label, int answer, int[] counts) {
      this(phase, label, answer, counts, 0, 0);
    }

    public boolean isRight() {
      return answer == label;
    }

    /** Whether the network gave no answer. */
    public boolean isSilent() {
      return answer < 0;
    }
  }
}
