package dev.glia.platform.report.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cell and what was measured in it.
 *
 * @param outcome a word: {@code completed}, {@code failed}
 * @param cpuSeconds NaN if it's not known
 * @param message why it failed; empty otherwise
 */
public record CellView(
    String condition,
    long seed,
    SortedMap<String, String> parameters,
    String outcome,
    SortedMap<String, Double> numbers,
    double wallSeconds,
    double cpuSeconds,
    String message) {
  /** The outcome of a cell whose numbers count. */
  public static final String COMPLETED = "completed";

  public CellView {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
  }

  public boolean isCompleted() {
    return outcome.equals(COMPLETED);
  }
}
