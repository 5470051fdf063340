package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.DeploymentReport;
import dev.glia.api.network.Population;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import java.util.ArrayList;
import java.util.List;

/** Says where each part of a network lies, and what of it can't be checked there. */
final class PlacementReport {
  private static final long BYTES_OF_A_NEURON = 9;

  private final Plan plan;

  /** Behind what lies on the core. */
  private final String unchecked;

  private PlacementReport(Plan plan, String unchecked) {
    this.plan = plan;
    this.unchecked = unchecked;
  }

  static DeploymentReport of(Plan plan, Core core) {
    PlacementReport report =
        new PlacementReport(plan, core.unchecked().map("; "::concat).orElse(""));
    List<DeploymentReport.Entry> entries = new ArrayList<>();
    List<Population> populations = plan.placement().network().populations();
    for (int p = 0; p < populations.size(); p++) {
      Integer first = plan.placement().firstNeurons().get(p);
      entries.add(
          first == null ? onHost(populations.get(p)) : report.onCore(populations.get(p), first));
    }
    plan.placement().wires().forEach(wire -> entries.add(report.wire(wire)));
    return new DeploymentReport(1, entries);
  }

  private static DeploymentReport.Entry onHost(Population population) {
    return new DeploymentReport.Entry(
        "population " + population.name(),
        "on the host, sent over input lines",
        population.size(),
        0);
  }

  private DeploymentReport.Entry onCore(Population population, int first) {
    return new DeploymentReport.Entry(
        "population " + population.name(),
        "neurons %d to %d, %d for 1%s"
            .formatted(
                first,
                first + population.size() - 1,
                Math.round(plan.scale() * Fixed.ONE),
                unchecked),
        population.size(),
        BYTES_OF_A_NEURON * population.size());
  }

  private DeploymentReport.Entry wire(Wire wire) {
    return new DeploymentReport.Entry(
        "projection " + wire.projection.name(),
        "8 bits, %s%s".formatted(wire.isFromInputs() ? "from input lines" : "recurrent", unchecked),
        wire.count(),
        wire.count());
  }
}
