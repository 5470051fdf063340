package dev.glia.platform.runner.building;

import java.util.List;

/** An intervention that a deployed network takes as it is, checked against that network. */
public sealed interface Change {
  /** Other values, from the next tick on. */
  record Assignments(List<Assignment> all) implements Change {
    public Assignments {
      all = List.copyOf(all);
    }
  }

  /**
   * Other values of one parameter or state variable.
   *
   * @param values one for all neurons, or one each, in SI base units
   */
  record Assignment(String population, String name, boolean isVariable, double[] values) {}

  /**
   * Spikes that are forced for a while.
   *
   * @param ticks how long
   * @param total spikes in all, at random neurons and ticks; 0 if each neuron has its own
   * @param probability of a spike of each neuron in each tick, where there's no total
   */
  record Spikes(Neurons neurons, int ticks, int total, double probability) implements Change {}

  /** Neurons that emit nothing and projections that carry nothing from now on. */
  record Silence(List<Neurons> neurons, List<String> projections) implements Change {
    public Silence {
      neurons = List.copyOf(neurons);
      projections = List.copyOf(projections);
    }
  }

  /**
   * Neurons of a population.
   *
   * @param population its index in the network
   */
  record Neurons(int population, int first, int count) {}
}
