package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.building.Resolution;
import dev.glia.platform.runner.building.Timeline;
import dev.glia.v1.Checkpoint;
import java.util.List;
import java.util.Map;

/** A run that just takes its time, while inputs change at their ticks. */
final class FreeRun implements Course {
  private static final String PHASE = "run";

  private final Resolution resolution;
  private final Deployment deployment;
  private final Stepper stepper;
  private final WeightReadings weights;
  private final Checkpoints checkpoints;
  private final Control control;
  private final ForcedSpikes none = new ForcedSpikes();

  FreeRun(
      Resolution resolution,
      Deployment deployment,
      Stepper stepper,
      WeightReadings weights,
      Checkpoints checkpoints,
      Control control) {
    this.resolution = resolution;
    this.deployment = deployment;
    this.stepper = stepper;
    this.weights = weights;
    this.checkpoints = checkpoints;
    this.control = control;
  }

  @Override
  public boolean run(Checkpoint from) throws DeviceLostException {
    List<Timeline.Change> changes = resolution.timeline().changes();
    long end = resolution.ticks();
    int next = 0;
    // A checkpoint comes before the changes and readings of its tick.
    while (next < changes.size() && changes.get(next).tick() < stepper.now()) {
      next++;
    }
    while (stepper.now() < end) {
      if (control.isCancelled()) {
        checkpoints.write(0, 0, new byte[0], stepper.now());
        return false;
      }
      if (checkpoints.isDue()) {
        checkpoints.write(0, 0, new byte[0], stepper.now());
      }
      while (next < changes.size() && changes.get(next).tick() == stepper.now()) {
        Timeline.Change change = changes.get(next++);
        deployment.setParameter(change.population(), change.parameter(), change.values());
      }
      weights.read(stepper.now(), deployment::readWeights);
      long until = Math.min(end, weights.next());
      if (next < changes.size()) {
        until = Math.min(until, changes.get(next).tick());
      }
      stepper.step(until - stepper.now(), none);
      control.progress(PHASE, milliseconds(stepper.now()), milliseconds(end), "ms", Map::of);
    }
    weights.read(stepper.now(), deployment::readWeights);
    control.report(new RunProgress(PHASE, milliseconds(end), milliseconds(end), "ms", Map.of()));
    return true;
  }

  @Override
  public long recorded() {
    return stepper.now();
  }

  private long milliseconds(long ticks) {
    return Math.round(ticks * resolution.network().dt() * 1e3);
  }
}
