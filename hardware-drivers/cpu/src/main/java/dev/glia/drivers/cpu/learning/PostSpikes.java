package dev.glia.drivers.cpu.learning;

import java.util.Arrays;

/**
 * The spikes of a slice's targets that branches have yet to be told of, each with what it does to a
 * weight. From a target's newest spike one gets to the older ones. When there's no room left, the
 * older half is dropped.
 *
 * <p>A spike is four words side by side, as it's read in one go, at a place that nobody can
 * predict: which spike of the target was before, when that was, and the bits of two factors. Links
 * to spikes that were dropped stay; the time tells.
 */
final class PostSpikes {
  private static final int WORDS = 4;

  private final int from;
  private final int[] newest;
  private final int[] lastTime;
  private final int[] words;

  /** By place in the ring. */
  private final int[] times;

  private int next;
  private int count;

  /** Of targets in {@code [from, to)}; at least two spikes each fit. */
  PostSpikes(int from, int to, int capacity) {
    this.from = from;
    newest = new int[to - from];
    lastTime = new int[to - from];
    words = new int[WORDS * capacity];
    times = new int[capacity];
    clear();
  }

  boolean hasRoomFor(int spikes) {
    return count + spikes <= times.length;
  }

  void clear() {
    count = 0;
    next = 0;
    Arrays.fill(lastTime, -1);
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
    int j = target - from;
    int at = WORDS * next;
    words[at] = newest[j];
    words[at + 1] = lastTime[j];
    words[at + 2] = Float.floatToRawIntBits(factor);
    words[at + 3] = Float.floatToRawIntBits(slope);
    times[next] = time;
    newest[j] = at;
    lastTime[j] = time;
    next = next + 1 == times.length ? 0 : next + 1;
    count++;
  }

  /** Times of the last spikes, by target from the slice's first; below 0 for none. */
  int[] lastTimes() {
    return lastTime;
  }

  /** Where the targets' last spikes are among the words, if they have any. */
  int[] newest() {
    return newest;
  }

  /**
   * What is known of spikes, four words each: where the spike of the same target before is, its
   * time (below 0 for none), factor, slope. The live array.
   */
  int[] words() {
    return words;
  }

  long bytes() {
    return 4L * (newest.length + lastTime.length + words.length + times.length);
  }
}
