package dev.glia.api.study;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One measurement: a condition at a size with a seed. Immutable.
 *
 * @param condition {@code full}, {@code no-scaling}: lower-case words joined by hyphens
 * @param parameters everything else that the result depends on, by name; part of its identity
 * @param megabytes memory it needs at most, at least 1; no part of its identity
 * @param threads cores that it can use, at least 1; no part of its identity
 */
public record Cell(
    String condition, long seed, SortedMap<String, String> parameters, int megabytes, int threads) {
  private static final int MODEST = 256;

  public Cell {
    if (!condition.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a condition: '" + condition + "' (lower-case-words)");
    }
    if (megabytes < 1 || threads < 1) {
      throw new IllegalArgumentException("a cell needs at least 1 MB and 1 thread");
    }
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    for (String name : parameters.keySet()) {
      if (!name.matches("[a-z][a-z0-9_]*")) {
        throw new IllegalArgumentException("not a parameter's name: '" + name + "' (lower_case)");
      }
    }
  }

  /** A cell without parameters that needs little memory and one core. */
  public static Cell of(String condition, long seed) {
    return new Cell(condition, seed, Collections.emptySortedMap(), MODEST, 1);
  }

  /** The same with a parameter more, or another value of it. */
  public Cell with(String name, Object value) {
    SortedMap<String, String> more = new TreeMap<>(parameters);
    more.put(name, String.valueOf(value));
    return new Cell(condition, seed, more, megabytes, threads);
  }

  /** The same, with its need of memory and cores. */
  public Cell needing(int megabytes, int threads) {
    return new Cell(condition, seed, parameters, megabytes, threads);
  }

  /**
   * A parameter.
   *
   * @throws IllegalArgumentException if the cell doesn't have it
   */
  public String text(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("cell " + this + " has no parameter '" + name + "'");
    }
    return value;
  }

  /** A parameter that is a whole number. */
  public int integer(String name) {
    return Integer.parseInt(text(name));
  }

  public double number(String name) {
    return Double.parseDouble(text(name));
  }

  public boolean truth(String name) {
    return text(name).equals("true");
  }

  /** Canonical text, the same for equal cells only: a line each for condition, seed, parameters. */
  public String identity() {
    StringBuilder text = new StringBuilder("condition " + condition + "\nseed " + seed + "\n");
    parameters.forEach(
        (name, value) ->
            text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
    return text.toString();
  }

  /** For people: {@code no-scaling seed 0}. */
  @Override
  public String toString() {
    return condition + " seed " + seed;
  }
}
