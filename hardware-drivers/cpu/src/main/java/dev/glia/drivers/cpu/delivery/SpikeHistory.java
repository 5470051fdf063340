package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;

/**
 * Spikes of one population, or of one thread's slice of it, in the last ticks, ascending by neuron
 * within a tick. One thread writes; others may read ticks that were written before they last met
 * it. Grows as needed and then allocates no more.
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

  /**
   * Begins a tick with the neurons whose bits are set.
   *
   * @param bits a bit a neuron
   * @param from first word that is looked at
   * @param to end of them
   * @return number of spikes
   */
  public int begin(long tick, long[] bits, int from, int to) {
    int slot = (int) tick & mask;
    int[] list = neurons[slot];
    int count = 0;
    for (int word = from; word < to; word++) {
      long left = bits[word];
      if (left != 0 && count + Long.SIZE > list.length) {
        list = Arrays.copyOf(list, 2 * list.length + Long.SIZE);
        neurons[slot] = list;
      }
      while (left != 0) {
        list[count++] = (word << 6) + Long.numberOfTrailingZeros(left);
        left &= left - 1;
      }
    }
    counts[slot] = count;
    ticks[slot] = tick;
    return count;
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
