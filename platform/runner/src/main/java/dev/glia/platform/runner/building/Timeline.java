package dev.glia.platform.runner.building;

import java.util.Comparator;
import java.util.List;

/**
 * What is changed while a run goes on, ascending by tick.
 *
 * @param changes at tick boundaries
 */
public record Timeline(List<Change> changes) {
  public Timeline {
    changes = changes.stream().sorted(Comparator.comparingLong(Change::tick)).toList();
  }

  /** A parameter of a population that has another value from this tick on, in SI base units. */
  public record Change(long tick, String population, String parameter, double[] values) {}
}
