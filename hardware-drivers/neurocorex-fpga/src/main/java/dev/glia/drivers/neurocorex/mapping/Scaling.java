package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.network.Network;
import dev.glia.drivers.neurocorex.core.Fixed;

/** Chooses what 1 of the network's unit is on the core, so that weights and thresholds fit. */
final class Scaling {
  private final Network network;
  private final Placement placement;

  Scaling(Placement placement) {
    network = placement.network();
    this.placement = placement;
  }

  /**
   * 1 if all is in range and whole, else the largest with which weights and thresholds fit.
   *
   * @param threshold the largest one
   */
  double fitting(double threshold) {
    double weight = 0;
    boolean whole = true;
    for (Wire wire : placement.wires()) {
      for (double w : wire.weight) {
        weight = Math.max(weight, Math.abs(w));
        whole &= w == Math.rint(w) && w >= -128 && w <= 127;
      }
    }
    double most = CoreNeuron.value(Fixed.MAX);
    if (whole && threshold <= most) {
      return 1;
    }
    return wholeSteps(
        Math.min(weight > 0 ? 127 / weight : 1, threshold > 0 ? most / threshold : 1));
  }

  /** The largest scale up to this with which the steps of learning are whole. */
  private double wholeSteps(double fitting) {
    for (Wire wire : placement.wires()) {
      if (wire.projection.learning().isPresent()) {
        for (double step = 1; step >= 1e-6; step /= 2) {
          double scale = Math.floor(fitting * step) / step;
          if (scale > 0 && hasWholeSteps(wire, scale)) {
            return scale;
          }
        }
      }
    }
    return fitting;
  }

  private boolean hasWholeSteps(Wire wire, double scale) {
    try {
      RuleFit.of(wire.projection.learning().orElseThrow(), network.dt(), scale);
      return true;
    } catch (Unfit e) {
      return false;
    }
  }
}
