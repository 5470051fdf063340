package dev.glia.platform.runner.running;

import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.building.Records;
import dev.glia.platform.runner.building.WeightProbe;
import dev.glia.platform.runner.results.Gatherer;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads weights at the ticks at which the experiment wants them. One thread. */
final class WeightReadings {
  private final Gatherer gatherer;
  private final List<WeightProbe> probes;
  private final long[] next;

  /** Where weights are read. */
  interface Source {
    float[] weights(String projection) throws DeviceLostException;
  }

  /**
   * Readings from the beginning of a run, or from where it's taken up again.
   *
   * @param saved what {@link #save} gave then; empty at the beginning
   */
  WeightReadings(byte[] saved, Gatherer gatherer, Records records) {
    this.gatherer = gatherer;
    this.probes = records.weights().stream().filter(p -> p.everyTicks() > 0).toList();
    this.next = new long[probes.size()];
    if (saved.length == Long.BYTES * next.length) {
      ByteBuffer.wrap(saved).asLongBuffer().get(next);
    }
  }

  /** Which readings have been made. */
  byte[] save() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * next.length);
    bytes.asLongBuffer().put(next);
    return bytes.array();
  }

  /** The tick of the next reading; far away if there's none. */
  long next() {
    long soonest = Long.MAX_VALUE;
    for (long tick : next) {
      soonest = Math.min(soonest, tick);
    }
    return soonest;
  }

  /** Projections that are read. */
  List<String> projections() {
    return probes.stream().map(WeightProbe::projection).toList();
  }

  /** Makes the readings that are due. */
  void read(long now, Source source) throws DeviceLostException {
    for (int i = 0; i < next.length; i++) {
      if (now >= next[i]) {
        WeightProbe probe = probes.get(i);
        gatherer.weights(probe.projection(), now, source.weights(probe.projection()));
        next[i] = (now / probe.everyTicks() + 1) * probe.everyTicks();
      }
    }
  }
}
