package dev.glia.interchange.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.component.Fault;
import java.util.List;

/** What spikes a run recorded. */
final class Recorded {
  private Recorded() {}

  /**
   * The trains of all populations.
   *
   * @throws Fault INPUT if there are none, naming the probe to add
   */
  static List<SpikeTrains> of(Recording recording, String asker) {
    if (recording.spikes().isEmpty()) {
      String population =
          recording.network().populations().isEmpty()
              ? "cells"
              : recording.network().populations().get(0).name();
      throw Fault.input(
          asker + " needs recorded spikes. Add a probe: {of: " + population + ", record: spikes}.");
    }
    return recording.spikes();
  }

  /** Times in seconds, in the order of the trains. */
  static double[] seconds(SpikeTrains trains, double dt) {
    double[] seconds = new double[trains.ticks().length];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = trains.ticks()[i] * dt;
    }
    return seconds;
  }
}
