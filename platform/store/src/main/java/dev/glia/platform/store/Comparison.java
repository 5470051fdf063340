package dev.glia.platform.store;

import java.util.List;

/**
 * What differs between runs.
 *
 * @param runs ids, in the order that was asked for
 * @param rows what at least one of them has
 */
public record Comparison(List<String> runs, List<Row> rows) {
  public Comparison {
    runs = List.copyOf(runs);
    rows = List.copyOf(rows);
  }

  /** Whether everything that was measured is equal, bit by bit: numbers, spikes and files. */
  public boolean sameResults() {
    return rows.stream().noneMatch(row -> row.kind().isResult() && row.differs());
  }

  /** What a row is about. */
  public enum Kind {
    SPEC,
    PARAMETER,
    COMPONENT,
    /** Checksum of a file that was read. */
    DATA,
    NUMBER,
    /** Checksum of all spikes. */
    SPIKES,
    /** Checksum of a file that was made. */
    FILE;

    boolean isResult() {
      return this == NUMBER || this == SPIKES || this == FILE;
    }
  }

  /**
   * A row.
   *
   * @param cell {@code full seed 0}; empty for what is the whole run's
   * @param values one a run, empty where it has none
   */
  public record Row(Kind kind, String cell, String name, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }

    public boolean differs() {
      return values.stream().distinct().count() > 1;
    }
  }
}
