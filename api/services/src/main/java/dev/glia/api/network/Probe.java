package dev.glia.api.network;

import dev.glia.api.units.Unit;

/** What is recorded. Neurons are {@code 0} to {@code neurons - 1} of the population. */
public sealed interface Probe {
  String population();

  int neurons();

  /** Every spike, with its tick. */
  record Spikes(String population, int neurons) implements Probe {}

  /** Number of spikes of each neuron, a block. */
  record Counts(String population, int neurons) implements Probe {}

  /**
   * A state variable, at ticks that are multiples of {@code everyTicks}.
   *
   * @param unit what it's printed in; recorded values are in SI base units
   */
  record Trace(String population, String variable, Unit unit, int neurons, int everyTicks)
      implements Probe {}
}
