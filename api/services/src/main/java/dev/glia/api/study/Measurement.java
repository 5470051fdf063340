package dev.glia.api.study;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cell gave. Arrays are not to be changed.
 *
 * @param numbers by name
 * @param series by name
 */
public record Measurement(
    Cell cell, SortedMap<String, Double> numbers, SortedMap<String, Series> series) {
  public Measurement {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    series = Collections.unmodifiableSortedMap(new TreeMap<>(series));
  }

  /** A number; NaN if the cell didn't give it. */
  public double number(String name) {
    return numbers.getOrDefault(name, Double.NaN);
  }

  /** A curve or histogram: as many y as x. */
  public record Series(double[] x, double[] y) {
    public Series {
      if (x.length != y.length) {
        throw new IllegalArgumentException(x.length + " x, but " + y.length + " y");
      }
    }
  }
}
