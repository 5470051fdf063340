package dev.glia.platform.cli;

import dev.glia.api.device.Fit;
import dev.glia.api.device.Forecast;
import dev.glia.platform.runner.Plan;
import java.util.List;

/** A plan as JSON shows it: without protobuf's own fields. */
record PlanView(
    List<Component> components,
    List<Plan.PopulationPlan> populations,
    List<Plan.ProjectionPlan> projections,
    long synapses,
    long bytes,
    long ticks,
    String target,
    Fit fit,
    List<MappingTable.Row> mapping,
    Forecast forecast,
    List<String> notes) {
  record Component(String kind, String id, String version, String bundle, String bundleVersion) {}

  static PlanView of(Plan plan) {
    List<Component> components =
        plan.components().stream()
            .map(
                c ->
                    new Component(
                        c.getKind(),
                        c.getId(),
                        c.getVersion(),
                        c.getBundle(),
                        c.getBundleVersion()))
            .toList();
    return new PlanView(
        components,
        plan.populations(),
        plan.projections(),
        plan.synapses(),
        plan.bytes(),
        plan.ticks(),
        plan.target(),
        plan.fit(),
        MappingTable.rows(plan.mapping()),
        plan.forecast(),
        plan.notes());
  }
}
