package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;

/**
 * The spikes of one population in the last ticks, ascending by neuron within a tick. Each thread
 * has its own, so nobody waits to read. Grows as needed and then allocates no more.
 */
public final class SpikeHistory {
  private final int[][] neurons;
  private final int[] counts;
  private final long[] ticks;
  private final int mask;

  /**
   * A history of the present tick and so many before it.
   *
   * @param past not negative
   */
  public SpikeHistory(int past) {
    int slots = Integer.highestOneBit(Math.max(1, past)) * 2;
    neurons = new int[slots][16];
    counts = new int[slots];
    ticks = new long[slots];
    Arrays.fill(ticks, Long.MIN_VALUE);
    mask = slots - 1;
  }

  /** Begins a tick without spikes; the oldest is forgotten. */
  public void begin(long tick) {
    int slot = (int) tick & mask;
    counts[slot] = 0;
    ticks[slot] = tick;
  }

  /** Adds spikes of the tick that was begun last; ascending. */
  public void append(long tick, int[] spikes, int count) {
    int slot = (int) tick & mask;
    int length = counts[slot] + count;
    if (length > neurons[slot].length) {
      neurons[slot] = Arrays.copyOf(neurons[slot], Math.max(length, 2 * neurons[slot].length));
    }
    System.arraycopy(spikes, 0, neurons[slot], counts[slot], count);
    counts[slot] = length;
  }

  /** Number of spikes at a tick; 0 if it is unknown. */
  public int count(long tick) {
    int slot = (int) tick & mask;
    return ticks[slot] == tick ? counts[slot] : 0;
  }

  /** Neurons that spiked at a tick, the first {@link #count}; the live array. */
  public int[] neurons(long tick) {
    return neurons[(int) tick & mask];
  }

  public void clear() {
    Arrays.fill(counts, 0);
    Arrays.fill(ticks, Long.MIN_VALUE);
  }
}
