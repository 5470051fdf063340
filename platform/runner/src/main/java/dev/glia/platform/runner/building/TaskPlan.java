package dev.glia.platform.runner.building;

import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.encoding.Encoder;
import dev.glia.v1.Place;
import java.util.List;
import java.util.Optional;

/**
 * A task, resolved. Populations are given by their index in the network.
 *
 * @param into driven population
 * @param presentTicks ticks that a sample is shown, at least 1
 * @param restTicks ticks after it
 * @param readout population whose counts are the answer; -1 for none
 */
public record TaskPlan(
    DatasetSource dataset,
    Parameters datasetParameters,
    Encoder encoder,
    Parameters encoderParameters,
    int into,
    int presentTicks,
    int restTicks,
    Optional<Boost> boost,
    Optional<Teacher> teacher,
    int readout,
    List<Phase> phases,
    Place datasetPlace,
    Place encoderPlace) {
  public TaskPlan {
    phases = List.copyOf(phases);
  }

  /** Shows a sample again, stronger, while a population emits fewer than {@code below} spikes. */
  public record Boost(int population, int below, double from, double step, double upTo) {}

  /**
   * Forces spikes on the label's neuron.
   *
   * @param probability of a spike in a tick
   */
  public record Teacher(int population, double probability) {}

  /**
   * A phase.
   *
   * @param samples at most; 0 for the whole split
   * @param taught whether the teacher forces spikes
   * @param answered whether the readout is asked; not where the teacher dictates the answer
   * @param settings parameters that have other values while it lasts
   */
  public record Phase(
      String name,
      String split,
      int samples,
      int epochs,
      boolean learning,
      boolean taught,
      boolean answered,
      boolean shuffleLabels,
      List<Setting> settings,
      Place place) {
    public Phase {
      settings = List.copyOf(settings);
    }
  }

  /** A parameter's value for all neurons of a population, in SI base units. */
  public record Setting(String population, String parameter, double value) {}
}
