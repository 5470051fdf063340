package dev.glia.api.network;

import dev.glia.api.equations.LearningProgram;
import dev.glia.api.topology.Connectivity;
import java.util.Map;
import java.util.Optional;

/**
 * Synapses from one population to another.
 *
 * @param name unique among projections
 * @param source name of a population
 * @param target name of a population
 * @param receptor name of a receptor of the target
 * @param connectivity who is connected to whom
 * @param weight law of the weights, in SI base units of the receptor's weight unit
 * @param delay law of the delays in seconds, rounded to whole ticks
 * @param learning what changes the weights; absent for static ones
 */
public record Projection(
    String name,
    String source,
    String target,
    String receptor,
    Connectivity connectivity,
    Law weight,
    Law delay,
    Optional<Plasticity> learning) {
  /**
   * How a projection learns.
   *
   * @param program the joined rules
   * @param parameters a shared value for each parameter of the program
   * @param modulators third factor's name to where it's read: the mean over a population
   */
  public record Plasticity(
      LearningProgram program, Map<String, Double> parameters, Map<String, Modulator> modulators) {
    public Plasticity {
      parameters = Map.copyOf(parameters);
      modulators = Map.copyOf(modulators);
    }
  }

  /** Where a third factor is read: the mean of a state variable over a population. */
  public record Modulator(String population, String variable) {}
}
