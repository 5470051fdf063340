package dev.glia.api.device;

import java.util.List;

/**
 * What a driver made of a network.
 *
 * @param threads in use
 * @param entries one a population and projection
 */
public record DeploymentReport(int threads, List<Entry> entries) {
  public DeploymentReport {
    entries = List.copyOf(entries);
  }

  /**
   * One part.
   *
   * @param part {@code population cells} or {@code projection noise->cells}
   * @param form how it's stored or computed, for people
   * @param count neurons or synapses
   * @param bytes memory it takes
   */
  public record Entry(String part, String form, long count, long bytes) {}
}
