package dev.glia.platform.runner;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a run and its shadow came apart, in windows of equal length behind each other.
 *
 * @param begin of the first window, in s of the record; 0 unless the run was resumed
 * @param window length of a window, in s; the comparison may have ended within the last
 * @param curves one a population, in the network's order
 * @param first when the first spike that only one of the two has came, in s; empty if there's none
 */
public record ShadowDrift(double begin, double window, List<Curve> curves, OptionalDouble first) {
  public ShadowDrift {
    curves = List.copyOf(curves);
  }

  /**
   * One population's.
   *
   * @param own spikes of the run in each window
   * @param shadow spikes of the shadow in each window
   * @param differing spikes in each window that only one of the two has
   * @param distance van Rossum's (decay 10 ms, mean over neurons) of all up to each window's end
   */
  public record Curve(
      String population, long[] own, long[] shadow, long[] differing, double[] distance) {
    /** How much of a window's spikes only one of the two has; NaN where there's no spike. */
    public double share(int window) {
      return (double) differing[window] / (own[window] + shadow[window]);
    }
  }

  /** How many windows there are. */
  public int windows() {
    return curves.isEmpty() ? 0 : curves.getFirst().own().length;
  }
}
