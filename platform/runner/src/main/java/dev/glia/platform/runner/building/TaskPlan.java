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

  /** Ticks of a sample that is shown once. */
  public long ticksOnce() {
    return presentTicks + (long) restTicks;
  }

  /** Ticks of a sample that is shown as often as the boost allows. */
  public long mostTicks() {
    return ticksOnce() * boost.map(Boost::mostShowings).orElse(1);
  }

  /** Shows a sample again, stronger, while a population emits fewer than {@code below} spikes. */
  public record Boost(int population, int below, double from, double step, double upTo) {
    /** Strength of a showing; the first is 0. */
    public double strength(int showing) {
      return from + step * showing;
    }

    /** How often a sample is shown at most. */
    public int mostShowings() {
      int showings = 1;
      while (strength(showings - 1) + step <= upTo) {
        showings++;
      }
      return showings;
    }
  }

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
   * @param independent whether each sample begins in the state in which the phase began
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
      boolean independent,
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
