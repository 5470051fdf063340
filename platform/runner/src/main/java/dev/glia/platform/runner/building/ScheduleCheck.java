package dev.glia.platform.runner.building;

import dev.glia.api.network.Network;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.Problem;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.Intervention;
import dev.glia.v1.Place;
import dev.glia.v1.ScheduledIntervention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the interventions that an experiment schedules, in the order of their times, and
 * notes what its network of that time can't take. What they need is leased then. One thread.
 */
public final class ScheduleCheck {
  private final Leases leases;
  private final Problems problems;
  private final long end;
  private ExperimentSpec spec;
  private Network network;

  /**
   * A check.
   *
   * @param network of the experiment
   * @param end ticks of the run; {@code Long.MAX_VALUE} where a task decides
   */
  ScheduleCheck(ExperimentSpec spec, Network network, long end, Leases leases, Problems problems) {
    this.spec = spec.toBuilder().clearInterventions().build();
    this.network = network;
    this.end = end;
    this.leases = leases;
    this.problems = problems;
  }

  void check(List<ScheduledIntervention> scheduled) {
    List<ScheduledIntervention> inTime = new ArrayList<>(scheduled);
    inTime.sort(Comparator.comparingLong(this::tick));
    for (ScheduledIntervention each : inTime) {
      Intervention what = each.getWhat();
      long tick = tick(each);
      if (tick >= end) {
        problems.add(
            what.getPlace(), "interventions.at", "isn't before the end of the run. Try less.");
      } else if (ChangeBuilder.rebuilds(what)) {
        rebuild(what, tick);
      } else {
        new ChangeBuilder(network, problems).build(what, tick);
      }
    }
  }

  private long tick(ScheduledIntervention scheduled) {
    return tick(scheduled, spec.getTime().getDt());
  }

  /** The tick of the record at which it happens, or with a task before the sample after it. */
  public static long tick(ScheduledIntervention scheduled, double dt) {
    return scheduled.getTick() > 0 ? scheduled.getTick() : Math.round(scheduled.getAt() / dt);
  }

  private void rebuild(Intervention what, long tick) {
    Optional<SpecEdit.Edited> edited = new SpecEdit(leases, problems).apply(spec, what, tick);
    if (edited.isEmpty()) {
      return;
    }
    try {
      Network next = new Resolver(edited.get().spec(), leases).resolve().network();
      List<String> dropped = new ArrayList<>(edited.get().dropped());
      dropped.addAll(StateCarry.between(network, next).dropped());
      if (!dropped.isEmpty() && !what.getModels().getAccept()) {
        problems.add(
            what.getPlace(),
            "interventions.swap",
            "would drop " + String.join(", ", dropped) + ". Add accept: true if that's meant.");
      }
      network = next;
      spec = edited.get().spec();
    } catch (InvalidExperiment e) {
      for (Problem problem : e.problems()) {
        Place place = problem.place().getLine() > 0 ? problem.place() : what.getPlace();
        problems.add(place, problem.field(), problem.message());
      }
    }
  }
}
