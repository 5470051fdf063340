package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.building.Change;
import dev.glia.platform.runner.building.ChangeBuilder;
import dev.glia.platform.runner.building.Wording;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PopulationState;
import dev.glia.v1.TimelineEntry;
import java.util.Arrays;
import java.util.Optional;

/** Carries interventions out at the tick boundaries of one deployment. One thread. */
final class Intervenor {
  /** Ticks that lesioned neurons are held: a day and more, and no device counts it down to 0. */
  private static final int FOR_GOOD = 1 << 30;

  private final Interventions interventions;
  private final Deployment deployment;
  private final Standing standing;
  private final Control control;
  private final RunLog log;

  Intervenor(
      Interventions interventions,
      Deployment deployment,
      Standing standing,
      Control control,
      RunLog log) {
    this.interventions = interventions;
    this.deployment = deployment;
    this.standing = standing;
    this.control = control;
    this.log = log;
  }

  boolean isDue(long recorded) {
    return interventions.isDue(recorded);
  }

  long next() {
    return interventions.next();
  }

  /**
   * Carries out what is due, one after the other.
   *
   * @param phase of the task
   * @param repeats whether each sample begins in the same state, so that a stimulus has no time
   * @return one that needs another deployment, and is the caller's now
   */
  Optional<Ticket> attend(long recorded, int phase, boolean repeats) throws DeviceLostException {
    while (isDue(recorded)) {
      Ticket ticket = interventions.take(recorded);
      if (ChangeBuilder.rebuilds(ticket.what())) {
        return Optional.of(ticket);
      }
      carryOut(ticket, recorded, phase, repeats);
    }
    return Optional.empty();
  }

  private void carryOut(Ticket ticket, long recorded, int phase, boolean repeats)
      throws DeviceLostException {
    long begin = System.nanoTime();
    TimelineEntry.Builder entry = entry(ticket, recorded, phase);
    try {
      Problems problems = new Problems();
      if (repeats && ticket.what().hasStimulation()) {
        problems.add(
            ticket.what().getPlace(),
            "stimulate",
            "the samples of this phase all begin in the same state. Try another phase.");
      }
      Optional<Change> change =
          new ChangeBuilder(deployment.network(), problems).build(ticket.what(), deployment.now());
      problems.throwIfAny();
      perform(change.orElseThrow());
      entry.setMessage(Wording.of(ticket.what()));
      standing.add(change.get(), entry.build());
    } catch (InvalidExperiment e) {
      refuse(ticket, entry, e.getMessage());
      return;
    } catch (IllegalArgumentException e) {
      refuse(ticket, entry, "the device can't do that: " + e.getMessage());
      return;
    }
    done(ticket, entry, (System.nanoTime() - begin) * 1e-9);
  }

  /** An entry without an outcome. */
  TimelineEntry.Builder entry(Ticket ticket, long recorded, int phase) {
    return TimelineEntry.newBuilder()
        .setTick(recorded)
        .setAt(recorded * deployment.network().dt())
        .setNetworkTick(deployment.now())
        .setPhase(phase)
        .setWhat(ticket.what())
        .setScheduled(ticket.scheduled())
        .setWall(System.currentTimeMillis());
  }

  void done(Ticket ticket, TimelineEntry.Builder entry, double seconds) {
    TimelineEntry whole = entry.setSeconds(seconds).build();
    String told = told(whole) + ", took " + Wording.took(seconds);
    log.add(told);
    interventions.done(ticket, whole, told);
    control.message(told);
  }

  void refuse(Ticket ticket, TimelineEntry.Builder entry, String why) {
    TimelineEntry whole = entry.setRefusal(why).build();
    String told = "not done at tick " + whole.getTick() + ", the run goes on as it was: " + why;
    log.add(told);
    interventions.refused(ticket, whole);
    control.message(told);
  }

  private static String told(TimelineEntry entry) {
    return entry.getMessage()
        + " at tick "
        + entry.getTick()
        + " ("
        + Wording.milliseconds(entry.getAt())
        + ")";
  }

  private void perform(Change change) throws DeviceLostException {
    switch (change) {
      case Change.Assignments values -> {
        for (Change.Assignment each : values.all()) {
          if (each.isVariable()) {
            deployment.setState(each.population(), each.name(), each.values());
          } else {
            deployment.setParameter(each.population(), each.name(), each.values());
          }
        }
      }
      case Change.Spikes spikes -> {
        // They are forced block by block, as the standing orders say.
      }
      case Change.Silence silence -> {
        if (!silence.neurons().isEmpty()) {
          deployment.restore(held(deployment.snapshot(), silence));
        }
        for (String projection : silence.projections()) {
          cut(projection);
        }
      }
    }
  }

  /** A neuron that is held emits nothing, whatever its model. */
  private static NetworkState held(NetworkState state, Change.Silence silence) {
    NetworkState.Builder held = state.toBuilder();
    for (Change.Neurons each : silence.neurons()) {
      PopulationState.Builder population = held.getPopulationsBuilder(each.population());
      int[] ticks = new int[population.getSize()];
      for (int i = 0; i < population.getRefractoryCount(); i++) {
        ticks[i] = population.getRefractory(i);
      }
      Arrays.fill(ticks, each.first(), each.first() + each.count(), FOR_GOOD);
      population.clearRefractory();
      Arrays.stream(ticks).forEach(population::addRefractory);
    }
    return held.build();
  }

  private void cut(String projection) throws DeviceLostException {
    if (deployment.network().projection(projection).learning().isPresent()) {
      deployment.setLearning(projection, false);
    }
    deployment.writeWeights(projection, new float[deployment.readWeights(projection).length]);
  }
}
