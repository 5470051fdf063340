package dev.glia.drivers.cpu;

import dev.glia.api.device.BlowUpException;
import java.util.Comparator;

/**
 * A value that isn't finite any more. Ordered so that the first is the same one however neurons are
 * divided among threads.
 *
 * @param population its number
 * @param variable its number among the population's
 */
record Failure(int population, int variable, BlowUpException exception)
    implements Comparable<Failure> {
  private static final Comparator<Failure> ORDER =
      Comparator.<Failure>comparingLong(f -> f.exception.tick())
          .thenComparingInt(Failure::population)
          .thenComparingInt(Failure::variable)
          .thenComparingInt(f -> f.exception.neuron());

  @Override
  public int compareTo(Failure other) {
    return ORDER.compare(this, other);
  }
}
