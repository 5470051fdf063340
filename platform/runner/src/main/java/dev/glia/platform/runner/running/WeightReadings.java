package dev.glia.platform.runner.running;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.building.Records;
import dev.glia.platform.runner.building.WeightProbe;
import dev.glia.platform.runner.results.Gatherer;
import java.util.List;

/** Reads weights at the ticks at which the experiment wants them. One thread. */
final class WeightReadings {
  private final Deployment deployment;
  private final Gatherer gatherer;
  private final List<WeightProbe> probes;
  private final long[] next;

  /** Readings from a tick on; those due before it have been made. */
  WeightReadings(Deployment deployment, Gatherer gatherer, Records records) {
    this.deployment = deployment;
    this.gatherer = gatherer;
    this.probes = records.weights().stream().filter(p -> p.everyTicks() > 0).toList();
    this.next = new long[probes.size()];
    long now = deployment.now();
    for (int i = 0; i < next.length; i++) {
      long every = probes.get(i).everyTicks();
      next[i] = (now + every - 1) / every * every;
    }
  }

  /** The tick of the next reading; far away if there's none. */
  long next() {
    long soonest = Long.MAX_VALUE;
    for (long tick : next) {
      soonest = Math.min(soonest, tick);
    }
    return soonest;
  }

  /** Makes the readings that are due. */
  void read() throws DeviceLostException {
    long now = deployment.now();
    for (int i = 0; i < next.length; i++) {
      if (now >= next[i]) {
        WeightProbe probe = probes.get(i);
        gatherer.weights(probe.projection(), now, deployment.readWeights(probe.projection()));
        next[i] = (now / probe.everyTicks() + 1) * probe.everyTicks();
      }
    }
  }
}
