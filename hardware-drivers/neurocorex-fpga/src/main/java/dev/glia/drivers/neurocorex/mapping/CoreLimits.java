package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.drivers.neurocorex.core.Layout;
import java.util.Arrays;

/** Whether a network has room on a core, and its synapses are of the kind that the core has. */
final class CoreLimits {
  private final Network network;
  private final Placement placement;
  private final Dialect dialect;
  private final Verdicts verdicts;

  CoreLimits(Placement placement, Dialect dialect, Verdicts verdicts) {
    network = placement.network();
    this.placement = placement;
    this.dialect = dialect;
    this.verdicts = verdicts;
  }

  void checkSizes() {
    int neurons = 0;
    for (int p : placement.firstNeurons().keySet()) {
      Population population = network.populations().get(p);
      neurons += population.size();
      if (neurons > dialect.neurons()) {
        verdicts.refuse(
            "population " + population.name(),
            Aspect.SIZE,
            "with it %d neurons are needed, but the core has %d"
                .formatted(neurons, dialect.neurons()));
      }
    }
    if (placement.inputs() > Layout.INPUTS) {
      Wire last = placement.wires().stream().filter(w -> w.fromInputs).reduce((a, b) -> b).get();
      verdicts.refuse(
          last.where(),
          Aspect.CONNECTIVITY,
          "%d input lines are needed, one for each source and delay, but the core has %d"
              .formatted(placement.inputs(), Layout.INPUTS));
    }
    if (!verdicts.isRefused()) {
      placement
          .collision()
          .ifPresent(
              wire ->
                  verdicts.refuse(
                      wire.where(),
                      Aspect.CONNECTIVITY,
                      "two neurons have one synapse at most in the core; here they'd have two"));
    }
  }

  void checkWires() {
    for (Wire wire : placement.wires()) {
      if (Arrays.stream(wire.delay).anyMatch(d -> d < 0)) {
        verdicts.refuse(wire.where(), Aspect.DELAY, "a delay can't be negative");
      }
      if (!wire.fromInputs) {
        checkRecurrent(wire);
      }
      boolean spikes =
          network.population(wire.projection.target()).program().arrivals().stream()
              .anyMatch(a -> a.receptor().equals(wire.projection.receptor()));
      if (!spikes) {
        verdicts.refuse(wire.where(), Aspect.CONNECTIVITY, "the core's synapses carry spikes only");
      }
    }
  }

  private void checkRecurrent(Wire wire) {
    if (Arrays.stream(wire.delay).anyMatch(d -> d != 0)) {
      verdicts.refuse(
          wire.where(),
          Aspect.DELAY,
          "a spike of the core acts in the next step: between its neurons only a delay of 0,"
              + " which means the next tick, fits");
    }
    boolean loops = wire.projection.source().equals(wire.projection.target());
    for (int s = 0; loops && s < wire.count(); s++) {
      if (wire.source[s] == wire.target[s]) {
        verdicts.refuse(
            wire.where(), Aspect.CONNECTIVITY, "a neuron of the core can't reach itself");
      }
    }
  }
}
