package dev.glia.drivers.interpreter;

import java.util.Map;
import java.util.TreeMap;

/** The spikes of one population that may still be on their way, by the tick of their emission. */
final class SpikeHistory {
  private static final int[] NONE = {};

  private final TreeMap<Long, int[]> byTick = new TreeMap<>();

  /** The neurons that spiked at this tick, ascending; not to be changed. */
  int[] at(long tick) {
    return byTick.getOrDefault(tick, NONE);
  }

  void put(long tick, int[] neurons) {
    if (neurons.length > 0) {
      byTick.put(tick, neurons);
    }
  }

  /** Drops what was emitted before this tick. */
  void forgetBefore(long tick) {
    byTick.headMap(tick, false).clear();
  }

  void clear() {
    byTick.clear();
  }

  /** Ascending by tick. */
  Map<Long, int[]> all() {
    return byTick;
  }
}
