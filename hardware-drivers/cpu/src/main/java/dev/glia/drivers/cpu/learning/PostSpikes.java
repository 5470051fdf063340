package dev.glia.drivers.cpu.learning;

import java.util.Arrays;

/**
 * The spikes of a slice's targets that branches have yet to be told of, each with what it does to a
 * weight. From a target's newest spike one gets to the older ones. When there's no room left, the
 * older half is dropped.
 *
 * <p>A <em>link</em> to a spike is its time in the upper half of a long, below 0 for none, and in
 * the lower half where it is among the words: later spikes have larger links. A spike is two words
 * side by side, as it's read in one go, at a place that nobody can predict: the link to the
 * target's spike before, and the bits of two factors. Links to spikes that were dropped stay; the
 * time tells.
 */
final class PostSpikes {
  private static final long NONE = -1L << 32;

  private final int from;
  private final long[] newest;
  private final long[] words;

  /** By place in the ring. */
  private final int[] times;

  private int next;
  private int count;

  /** Of targets in {@code [from, to)}; at least two spikes each fit. */
  PostSpikes(int from, int to, int capacity) {
    this.from = from;
    newest = new long[to - from];
    words = new long[2 * capacity];
    times = new int[capacity];
    clear();
  }

  boolean hasRoomFor(int spikes) {
    return count + spikes <= times.length;
  }

  void clear() {
    count = 0;
    next = 0;
    Arrays.fill(newest, NONE);
  }

  /** The time of the last spike that {@link #dropOlderHalf} drops; below 0 if it drops none. */
  int endOfOlderHalf() {
    int half = count / 2;
    return half == 0 ? -1 : times[Math.floorMod(next - count + half - 1, times.length)];
  }

  /** Drops spikes, of which every branch must have been told. */
  void dropOlderHalf() {
    count -= count / 2;
  }

  /** A spike of a target, by its number in the population. */
  void add(int target, int time, float factor, float slope) {
    int at = 2 * next;
    words[at] = newest[target - from];
    words[at + 1] =
        (long) Float.floatToRawIntBits(slope) << 32
            | Float.floatToRawIntBits(factor) & 0xffff_ffffL;
    times[next] = time;
    newest[target - from] = first(time) | at;
    next = next + 1 == times.length ? 0 : next + 1;
    count++;
  }

  /** The least link to a spike of a time. */
  static long first(int time) {
    return (long) time << 32;
  }

  static int time(long link) {
    return (int) (link >> 32);
  }

  /** Where a spike is among the words: the link to the one before, then the factors. */
  static int place(long link) {
    return (int) link;
  }

  /** Links to the last spikes, by target from the slice's first; the live array. */
  long[] newest() {
    return newest;
  }

  /** Spikes by place; the live array. */
  long[] words() {
    return words;
  }

  static float factor(long factors) {
    return Float.intBitsToFloat((int) factors);
  }

  static float slope(long factors) {
    return Float.intBitsToFloat((int) (factors >>> 32));
  }

  long bytes() {
    return 8L * (newest.length + words.length) + 4L * times.length;
  }
}
