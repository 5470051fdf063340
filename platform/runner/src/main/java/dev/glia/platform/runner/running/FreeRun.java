package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.Timeline;
import dev.glia.v1.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that just takes its time, while inputs change at their ticks. */
final class FreeRun implements Course {
  private static final String PHASE = "run";

  private final Resolution resolution;
  private final Deployment deployment;
  private final Stepper stepper;
  private final WeightReadings weights;
  private final Checkpoints checkpoints;
  private final Intervenor intervenor;
  private final Control control;
  private final ForcedSpikes none = new ForcedSpikes();
  private long now;

  FreeRun(
      Resolution resolution,
      Deployment deployment,
      Stepper stepper,
      WeightReadings weights,
      Checkpoints checkpoints,
      Intervenor intervenor,
      Control control) {
    this.resolution = resolution;
    this.deployment = deployment;
    this.stepper = stepper;
    this.now = deployment.now();
    this.weights = weights;
    this.checkpoints = checkpoints;
    this.intervenor = intervenor;
    this.control = control;
  }

  @Override
  public Ending run(Checkpoint from) throws DeviceLostException {
    try {
      return go();
    } catch (DeviceLostException e) {
      keep();
      throw e;
    }
  }

  private Ending go() throws DeviceLostException {
    List<Timeline.Change> changes = resolution.timeline().changes();
    long end = resolution.ticks();
    int next = 0;
    // A checkpoint comes before the interventions, changes and readings of its tick.
    while (next < changes.size() && changes.get(next).tick() < now) {
      next++;
    }
    while (now < end) {
      if (control.isCancelled()) {
        checkpoints.write(0, 0, new byte[0], now);
        return new Ending.Stopped();
      }
      if (checkpoints.isDue()) {
        checkpoints.write(0, 0, new byte[0], now);
      }
      if (intervenor.isDue(now)) {
        Optional<Ticket> move = intervenor.attend(now, 0, false);
        if (move.isPresent()) {
          Checkpoint here = checkpoints.make(0, 0, new byte[0], now, deployment::snapshot);
          return new Ending.Moving(here, move.get());
        }
      }
      while (next < changes.size() && changes.get(next).tick() == now) {
        Timeline.Change change = changes.get(next++);
        deployment.setParameter(change.population(), change.parameter(), change.values());
      }
      weights.read(now, deployment::readWeights);
      long until = Math.min(Math.min(end, weights.next()), intervenor.next());
      if (next < changes.size()) {
        until = Math.min(until, changes.get(next).tick());
      }
      now += stepper.step(until - now, none);
      control.progress(PHASE, milliseconds(now), milliseconds(end), "ms", Map::of);
    }
    weights.read(now, deployment::readWeights);
    control.report(new RunProgress(PHASE, milliseconds(end), milliseconds(end), "ms", Map.of()));
    return new Ending.Reached();
  }

  /** After the link broke: if the network is where the record is, the run goes on from there. */
  private void keep() {
    try {
      if (deployment.now() == now) {
        checkpoints.write(0, 0, new byte[0], now);
      }
    } catch (DeviceLostException | RuntimeException e) {
      // The last checkpoint stays.
    }
  }

  @Override
  public long recorded() {
    return now;
  }

  private long milliseconds(long ticks) {
    return Math.round(ticks * resolution.network().dt() * 1e3);
  }
}
