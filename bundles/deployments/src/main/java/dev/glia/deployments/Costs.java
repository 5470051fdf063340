package dev.glia.deployments;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Bars;
import dev.glia.api.figure.Figure;
import dev.glia.deployments.DeviceTurn.Seconds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the phases of something cost on a device. Used by one thread. */
public final class Costs {
  private final Map<String, Seconds> phases = new LinkedHashMap<>();

  /** Keeps what was spent since the last time: a phase that's kept again is replaced. */
  public void keep(String phase, DeviceTurn device) {
    phases.put(phase, device.spent());
  }

  /**
   * Seconds on the wire for each second of computing.
   *
   * @throws IllegalArgumentException if the phase wasn't kept
   */
  public double wireShare(String phase) {
    Seconds spent = phases.get(phase);
    if (spent == null) {
      throw new IllegalArgumentException("no phase '" + phase + "' among " + phases.keySet());
    }
    return spent.wire() / spent.compute();
  }

  /** Bars of both, by phase. */
  public Figure figure(String id, String caption) {
    return new Figure(
        id,
        "Seconds on the wire and of computing",
        caption,
        new Bars(
            Axis.of("time", "s"),
            List.copyOf(phases.keySet()),
            List.of(bars("wire", Seconds::wire), bars("compute", Seconds::compute))));
  }

  private BarSeries bars(String name, ToDoubleFunction<Seconds> which) {
    double[] seconds = phases.values().stream().mapToDouble(which).toArray();
    return new BarSeries(name, seconds, new double[seconds.length]);
  }
}
