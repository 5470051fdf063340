package dev.glia.api.study;

import java.util.Map;
import java.util.TreeMap;

/**
 * One measurement: a condition at a size with a seed.
 *
 * @param condition {@code full}, {@code no-scaling}
 * @param parameters everything that the result depends on, by name; part of the cell's identity
 * @param megabytes memory it needs at most
 * @param threads cores that it can use
 */
public record Cell(
    String condition, long seed, Map<String, String> parameters, int megabytes, int threads) {
  public Cell {
    parameters = Map.copyOf(parameters);
  }

  /** Canonical text, the same for equal cells, from which the cell's hash is taken. */
  public String identity() {
    return condition + " seed=" + seed + " " + new TreeMap<>(parameters);
  }
}
