package dev.glia.drivers.rram;

import dev.glia.api.crossbar.Block;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deviation;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.Mapping.Entry;
import dev.glia.api.device.NetworkTerm;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.units.Unit;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import dev.glia.drivers.rram.array.ArrayModel;
import dev.glia.drivers.rram.array.Physics;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says what becomes of each term of a network on the macro. */
final class NetworkMapper {
  /** Largest number that the model's draws have, in standard deviations. */
  private static final double LARGEST_DRAW = 4.2;

  private final Network network;
  private final Map<String, WeightForm> forms;
  private final Layout layout;

  private NetworkMapper(Network network, DeployOptions options) {
    this.network = network;
    forms = WeightForm.of(network, options.pinned());
    layout = new Layout(network);
  }

  static Mapping map(Network network, DeployOptions options) {
    Fit sound = InterpretedNetwork.check(network);
    if (!sound.fits()) {
      return Mapping.of(network, sound, RramDriver.FORMAT);
    }
    NetworkMapper mapper = new NetworkMapper(network, options);
    return Mapping.of(network, mapper::fate);
  }

  private Entry fate(NetworkTerm term) {
    Optional<Projection> projection =
        network.projections().stream()
            .filter(p -> term.where().equals("projection " + p.name()))
            .findFirst();
    return projection.isPresent()
        ? fate(term, projection.get())
        : Entry.exact(term, "on the host, in float64");
  }

  private Entry fate(NetworkTerm term, Projection projection) {
    return switch (term.aspect()) {
      case CONNECTIVITY -> connectivity(term, projection);
      case WEIGHT -> weight(term, projection);
      case DELAY -> delay(term, projection);
      case LEARNING, MODULATOR ->
          Entry.refused(
              term, "cells change by programming only; learn elsewhere and write weights");
      default -> Entry.exact(term, "");
    };
  }

  private Entry connectivity(NetworkTerm term, Projection projection) {
    if (isContinuous(projection)) {
      return Entry.refused(term, "continuous coupling has no spikes that an access could follow");
    }
    int targets = projection.connectivity().targets();
    if (targets > ArrayModel.OUTPUTS) {
      return Entry.refused(
          term,
          "%d targets, but a macro has %d differential columns"
              .formatted(targets, ArrayModel.OUTPUTS));
    }
    Optional<Block> block = layout.of(projection);
    if (block.isEmpty()) {
      return Entry.refused(
          term,
          "%d sources, but %d of the macro's %d rows are left"
              .formatted(
                  projection.connectivity().sources(),
                  ArrayModel.INPUTS - layout.inputs(),
                  ArrayModel.INPUTS));
    }
    int first = block.get().firstInput();
    return Entry.exact(
        term,
        "rows %d to %d, columns 0 to %d"
            .formatted(first, first + block.get().inputs() - 1, 2 * targets - 1));
  }

  private boolean isContinuous(Projection projection) {
    return network.population(projection.target()).program().couplings().stream()
        .anyMatch(coupling -> coupling.receptor().equals(projection.receptor()));
  }

  private Entry weight(NetworkTerm term, Projection projection) {
    if (forms.get(projection.name()) == WeightForm.AS_FORMED) {
      return Entry.approximated(
          term,
          "replaced by the cells' own random conductances as formed, scaled to the same root mean"
              + " square");
    }
    return new Entry(
        term,
        Mapping.Verdict.APPROXIMATED,
        "pairs of cells programmed to 0 to 40 µS, the most for the largest weight; a cell that is"
            + " stuck may be off by all of it",
        largest(projection).stream().mapToObj(m -> deviation(projection, m)).findFirst());
  }

  /** By the noise of programming; where several synapses share a pair it's less for each. */
  private Deviation deviation(Projection projection, double largest) {
    double worst = 0;
    double sum = 0;
    int steps = 100;
    double off = physics().programmingDeviation(0);
    for (int k = 0; k <= steps; k++) {
      double deviation = physics().programmingDeviation(Physics.PROGRAMMABLE * k / steps);
      worst = Math.max(worst, deviation + off);
      sum += Math.hypot(deviation, off) / (steps + 1);
    }
    Unit unit =
        network.population(projection.target()).program().arrivals().stream()
            .filter(arrival -> arrival.receptor().equals(projection.receptor()))
            .map(PopulationProgram.Arrival::weightUnit)
            .findFirst()
            .orElse(Unit.ONE);
    double scale = largest / Physics.PROGRAMMABLE / unit.scale();
    return Deviation.absolute(
        LARGEST_DRAW * worst * scale, Math.sqrt(2 / Math.PI) * sum * scale, unit.symbol());
  }

  /** Of the law; absent where the topology prescribes the weights itself. */
  private static OptionalDouble largest(Projection projection) {
    if (projection.connectivity().weights(0) != null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (projection.weight()) {
          case Law.Constant law -> Math.abs(law.value());
          case Law.Uniform law -> Math.max(Math.abs(law.low()), Math.abs(law.high()));
          case Law.Normal law ->
              Math.min(
                  Math.abs(law.mean()) + LARGEST_DRAW * law.deviation(),
                  Math.max(Math.abs(law.low()), Math.abs(law.high())));
        });
  }

  private static Physics physics() {
    return Physics.DEFAULT;
  }

  private Entry delay(NetworkTerm term, Projection projection) {
    if (layout.of(projection).isEmpty()) {
      return Entry.exact(term, "");
    }
    boolean drawn = false;
    for (int i = 0; i < projection.connectivity().sources(); i++) {
      float[] delays = projection.connectivity().delays(i);
      if (delays == null) {
        drawn |= projection.connectivity().row(i).length > 0;
      } else if (!areOneDelay(delays)) {
        return Entry.refused(
            term,
            "an access drives all targets of a source at once: give each"
                + " source one delay of 0 or more");
      }
    }
    if (drawn && !(projection.delay() instanceof Law.Constant constant && constant.value() >= 0)) {
      return Entry.refused(
          term, "an access drives all targets of a source at once: give it one delay of 0 or more");
    }
    return Entry.exact(term, "the host waits");
  }

  private boolean areOneDelay(float[] delays) {
    for (float delay : delays) {
      if (!(delay >= 0)
          || Math.round(delay / network.dt()) != Math.round(delays[0] / network.dt())) {
        return false;
      }
    }
    return true;
  }
}
