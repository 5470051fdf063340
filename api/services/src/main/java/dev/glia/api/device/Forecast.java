package dev.glia.api.device;

import java.util.List;

/**
 * What a driver would make of a network's projections, as far as it can tell without drawing their
 * synapses.
 *
 * @param entries one a projection, in the order of the network; empty if the driver can't tell
 */
public record Forecast(List<Entry> entries) {
  public static final Forecast NONE = new Forecast(List.of());

  public Forecast {
    entries = List.copyOf(entries);
  }

  /**
   * One projection.
   *
   * @param projection its name
   * @param form what to write to pin it: {@code bit-rows}
   * @param why the form was chosen, in a few words
   * @param synapses expected number
   * @param bytes expected memory
   * @param nanosPerEvent expected time for one event, which is one synapse reached by a spike
   */
  public record Entry(
      String projection,
      String form,
      String why,
      long synapses,
      long bytes,
      double nanosPerEvent) {}
}
