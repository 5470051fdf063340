package dev.glia.api.device;

import java.util.Arrays;

/**
 * Spikes that are forced on neurons: by spike lists, encoders, teachers. Reusable; not safe for use
 * by several threads.
 */
public final class InputBlock {
  /** No input. Not to be added to. */
  public static final InputBlock EMPTY = new InputBlock();

  private long[] ticks = new long[64];
  private int[] populations = new int[64];
  private int[] neurons = new int[64];
  private int size;

  public void clear() {
    size = 0;
  }

  /**
   * Adds a spike. Ticks must not descend.
   *
   * @param tick absolute time of the spike, in (now, now + ticks] of the block it's meant for
   * @param population index in the network's list
   */
  public void add(long tick, int population, int neuron) {
    if (this == EMPTY) {
      throw new IllegalStateException("the empty block can't be added to");
    }
    if (size > 0 && tick < ticks[size - 1]) {
      throw new IllegalArgumentException("ticks descend: " + tick + " after " + ticks[size - 1]);
    }
    if (size == ticks.length) {
      ticks = Arrays.copyOf(ticks, 2 * size);
      populations = Arrays.copyOf(populations, 2 * size);
      neurons = Arrays.copyOf(neurons, 2 * size);
    }
    ticks[size] = tick;
    populations[size] = population;
    neurons[size++] = neuron;
  }

  public int size() {
    return size;
  }

  public long tick(int index) {
    return ticks[index];
  }

  public int population(int index) {
    return populations[index];
  }

  public int neuron(int index) {
    return neurons[index];
  }
}
