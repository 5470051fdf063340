package dev.glia.drivers.cpu.learning;

import java.util.Arrays;

/**
 * The spikes of a slice's targets that branches have yet to be told of, each with what it does to a
 * weight. From a target's newest spike one gets to the older ones.
 */
final class PostSpikes {
  private final int from;
  private final int[] newest;
  private final int[] lastTime;
  private final int[] older;
  private final int[] olderTime;
  private final float[] factors;
  private final float[] slopes;
  private int count;

  /** Of targets in {@code [from, to)}; at least one spike each fits. */
  PostSpikes(int from, int to, int capacity) {
    this.from = from;
    newest = new int[to - from];
    lastTime = new int[to - from];
    older = new int[capacity];
    olderTime = new int[capacity];
    factors = new float[capacity];
    slopes = new float[capacity];
    clear();
  }

  boolean hasRoomFor(int spikes) {
    return count + spikes <= older.length;
  }

  void clear() {
    count = 0;
    Arrays.fill(lastTime, -1);
  }

  /** A spike of a target, by its number in the population. */
  void add(int target, int time, float factor, float slope) {
    int j = target - from;
    older[count] = newest[j];
    olderTime[count] = lastTime[j];
    factors[count] = factor;
    slopes[count] = slope;
    newest[j] = count++;
    lastTime[j] = time;
  }

  /** Times of the last spikes, by target from the slice's first; below 0 for none. */
  int[] lastTimes() {
    return lastTime;
  }

  /** A target's last spike, where there is one. */
  int newest(int j) {
    return newest[j];
  }

  /** The spike of the same target before a spike, where there is one. */
  int older(int spike) {
    return older[spike];
  }

  /** Its time; below 0 for none. */
  int olderTime(int spike) {
    return olderTime[spike];
  }

  float factor(int spike) {
    return factors[spike];
  }

  float slope(int spike) {
    return slopes[spike];
  }

  long bytes() {
    return 8L * newest.length + 16L * older.length;
  }
}
