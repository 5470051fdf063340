package dev.glia.platform.runner.running;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.platform.runner.Plan;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.v1.ComponentLease;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.ProjectionSpec;
import java.util.ArrayList;
import java.util.List;

/** Describes a resolved experiment for people. */
final class Plans {
  private Plans() {}

  static Plan of(ExperimentSpec spec, Resolution resolution, List<ComponentLease> components) {
    Network network = resolution.network();
    List<Plan.PopulationPlan> populations = new ArrayList<>();
    for (Population population : network.populations()) {
      populations.add(
          new Plan.PopulationPlan(population.name(), population.model(), population.size()));
    }
    List<Plan.ProjectionPlan> projections = new ArrayList<>();
    long synapses = 0;
    for (int i = 0; i < network.projections().size(); i++) {
      Plan.ProjectionPlan plan =
          projection(network, network.projections().get(i), spec.getNetwork().getProjections(i));
      projections.add(plan);
      synapses += plan.synapses();
    }
    return new Plan(
        components,
        populations,
        projections,
        synapses,
        resolution.bytes(),
        resolution.ticks(),
        spec.getTarget().getId(),
        resolution.fit(),
        resolution.driver().map(network, new DeployOptions(0, resolution.pinned())),
        resolution.forecast(),
        resolution.notes());
  }

  private static Plan.ProjectionPlan projection(
      Network network, Projection projection, ProjectionSpec spec) {
    String into =
        network.population(projection.target()).receptors().stream()
            .filter(receptor -> receptor.name().equals(projection.receptor()))
            .map(receptor -> receptor.into())
            .findFirst()
            .orElse("");
    return new Plan.ProjectionPlan(
        projection.name(),
        projection.source(),
        projection.target(),
        spec.getSynapse().getId(),
        into,
        projection.connectivity().expectedSynapses(),
        spec.getLearningList().stream().map(learning -> learning.getRule().getId()).toList());
  }
}
