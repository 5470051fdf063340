package dev.glia.platform.runner;

import dev.glia.api.device.Fit;
import dev.glia.api.device.Forecast;
import dev.glia.api.device.Mapping;
import dev.glia.v1.ComponentLease;
import java.util.List;

/**
 * What running an experiment would do.
 *
 * @param components what each reference was resolved to
 * @param populations in the order of the network
 * @param projections in the order of the network
 * @param synapses expected in all
 * @param bytes estimate of the memory that state, synapses and recordings take
 * @param ticks of the whole run; with a task, without repeats by boost
 * @param target driver and device, {@code cpu:0}
 * @param fit whether the target can run the network, and what will differ
 * @param mapping what the target makes of each term of the network
 * @param forecast how the target would store the projections; empty if it can't tell
 * @param notes what a person should know, as times that were rounded to ticks
 */
public record Plan(
    List<ComponentLease> components,
    List<PopulationPlan> populations,
    List<ProjectionPlan> projections,
    long synapses,
    long bytes,
    long ticks,
    String target,
    Fit fit,
    Mapping mapping,
    Forecast forecast,
    List<String> notes) {
  public Plan {
    components = List.copyOf(components);
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    notes = List.copyOf(notes);
  }

  /** A population: {@code model} is a reference, {@code lif@1.0.0}. */
  public record PopulationPlan(String name, String model, int size) {}

  /** A projection: {@code into} is the receptor's target, {@code learning} lists references. */
  public record ProjectionPlan(
      String name,
      String source,
      String target,
      String synapse,
      String into,
      long synapses,
      List<String> learning) {
    public ProjectionPlan {
      learning = List.copyOf(learning);
    }
  }
}
