package dev.glia.platform.runner.running;

import dev.glia.api.device.InputBlock;
import java.util.Arrays;

/** Spikes to force, ascending by tick, handed out block by block. Reusable; one thread. */
final class ForcedSpikes {
  private long[] ticks = new long[256];
  private int[] populations = new int[256];
  private int[] neurons = new int[256];
  private int size;
  private int next;

  void clear() {
    size = 0;
    next = 0;
  }

  void add(long tick, int population, int neuron) {
    if (size == ticks.length) {
      ticks = Arrays.copyOf(ticks, 2 * size);
      populations = Arrays.copyOf(populations, 2 * size);
      neurons = Arrays.copyOf(neurons, 2 * size);
    }
    ticks[size] = tick;
    populations[size] = population;
    neurons[size++] = neuron;
  }

  /** Whether there's a spike up to a tick that wasn't handed out yet. */
  boolean isDue(long until) {
    return next < size && ticks[next] <= until;
  }

  long tick() {
    return ticks[next];
  }

  int population() {
    return populations[next];
  }

  int neuron() {
    return neurons[next];
  }

  /** Hands out one spike. */
  void skip() {
    next++;
  }

  /** Adds the spikes up to a tick that weren't handed out yet. */
  void fill(InputBlock block, long until) {
    while (next < size && ticks[next] <= until) {
      block.add(ticks[next], populations[next], neurons[next]);
      next++;
    }
  }
}
