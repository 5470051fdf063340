package dev.glia.platform.runner.running;

import dev.glia.platform.runner.building.ChangeBuilder;
import dev.glia.platform.runner.building.Leases;
import dev.glia.platform.runner.building.SpecEdit;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.RunTimeline;
import dev.glia.v1.TimelineEntry;
import java.util.Optional;

/**
 * What interventions have made of an experiment.
 *
 * @param spec with the models and the target that the run has now
 * @param threads for the driver; 0 lets it choose
 */
record Aftermath(ExperimentSpec spec, int threads) {
  /**
   * Repeats the edits of a timeline.
   *
   * @param threads that the run began with
   */
  static Aftermath of(ExperimentSpec experiment, RunTimeline timeline, Leases leases, int threads) {
    ExperimentSpec spec = experiment;
    int last = threads;
    for (TimelineEntry entry : timeline.getEntriesList()) {
      if (!entry.getRefusal().isEmpty() || !ChangeBuilder.rebuilds(entry.getWhat())) {
        continue;
      }
      Problems problems = new Problems();
      Optional<SpecEdit.Edited> edited =
          new SpecEdit(leases, problems).apply(spec, entry.getWhat(), entry.getNetworkTick());
      problems.throwIfAny();
      spec = edited.orElseThrow().spec();
      if (entry.getWhat().hasTarget()) {
        last = entry.getWhat().getTarget().getThreads();
      }
    }
    return new Aftermath(spec, last);
  }
}
