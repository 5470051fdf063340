package dev.glia.platform.store;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Measurement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cell that was run.
 *
 * @param number in its store; 0 if it isn't there yet
 * @param key what it would measure: checksum of study, version and cell
 * @param hash its identity: checksum of the same with the components that it used
 * @param outcome COMPLETED, FAILED or CANCELLED
 * @param units of numbers that have one, by their names
 * @param data files that it read
 * @param spikes checksum of all spikes of its experiments; empty if it ran none
 * @param cpuSeconds of all threads that ran it, a driver's included
 * @param message why it failed; empty otherwise
 */
public record CellRecord(
    long number,
    Cell cell,
    String key,
    String hash,
    Outcome outcome,
    SortedMap<String, Double> numbers,
    SortedMap<String, String> units,
    SortedMap<String, Measurement.Series> series,
    List<Figure> figures,
    List<ArtifactRecord> artifacts,
    List<ComponentVersion> components,
    List<DataFile> data,
    String spikes,
    Instant startedAt,
    double wallSeconds,
    double cpuSeconds,
    String message) {
  public CellRecord {
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    series = Collections.unmodifiableSortedMap(new TreeMap<>(series));
    figures = List.copyOf(figures);
    artifacts = List.copyOf(artifacts);
    components = List.copyOf(components);
    data = List.copyOf(data);
  }

  /** The same with its number in a store. */
  public CellRecord numbered(long inStore) {
    return new CellRecord(
        inStore,
        cell,
        key,
        hash,
        outcome,
        numbers,
        units,
        series,
        figures,
        artifacts,
        components,
        data,
        spikes,
        startedAt,
        wallSeconds,
        cpuSeconds,
        message);
  }

  public Measurement measurement() {
    return new Measurement(cell, numbers, series);
  }
}
