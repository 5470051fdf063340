package dev.glia.drivers.cpu.simd;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;

/**
 * The Poisson distribution of one mean as thresholds for a 53-bit uniform integer: the count is the
 * number of thresholds that it reaches, the same that {@link RandomStream#poisson} finds. Sixteen
 * bits decide unless a threshold lies between them and the next number of sixteen bits.
 *
 * <p>Not safe for use by several threads while {@link #prepare} changes it.
 */
public final class PoissonTable {
  /** Shorts in the longest vector there is. */
  static final int SHORTS = 2 * Padding.LANES;

  /** Bits behind the first sixteen. */
  private static final int REST = 37;

  private static final int LAST = 0xFFFF;
  private static final int GUIDES = 256;

  /** Ranges of 16-bit numbers in which one threshold may lie: two vectors of shorts. */
  private static final int GUIDED = 64;

  private static final int RANGE = (LAST + 1) / GUIDED;

  /** So many numbers beyond the limit are still few: half a per cent. */
  private static final int MOST_BEYOND = 400;

  private static final int GUIDE_SHIFT = 53 - 8;

  private double mean = Double.NaN;
  private long[] thresholds = new long[8];
  private int size;
  private final int[] guide = new int[GUIDES];
  private short[] steps = {};
  private final short[] list = new short[2 * SHORTS];
  private int stepCount;
  private final short[] guidedCounts = new short[GUIDED];
  private final short[] guidedSteps = new short[GUIDED];
  private int guidedLimit;
  private boolean guided;
  private boolean exact;

  /** Makes this the table of a mean; costs nothing if it is already. */
  public void prepare(double newMean) {
    if (newMean == mean) {
      return;
    }
    mean = newMean;
    size = 0;
    exact = newMean >= 0 && newMean <= 500;
    if (exact) {
      fill();
      fillGuide();
      fillSteps();
      fillGuided();
    }
  }

  private void fill() {
    double term = StrictMath.exp(-mean);
    double sum = term;
    while (term > 0) { // the loop of RandomStream.poisson, kept for all u at once
      long threshold = (long) Math.ceil(sum * 0x1p53);
      if (threshold >= 1L << 53) {
        break;
      }
      if (size == thresholds.length) {
        thresholds = Arrays.copyOf(thresholds, 2 * size);
      }
      thresholds[size++] = threshold;
      term *= mean / size;
      sum += term;
    }
  }

  private void fillGuide() {
    int count = 0;
    for (int i = 0; i < GUIDES; i++) {
      long lowest = (long) i << GUIDE_SHIFT;
      while (count < size && lowest >= thresholds[count]) {
        count++;
      }
      guide[i] = count;
    }
  }

  /** Thresholds of 16 bits, with 2^15 taken off so that signed numbers compare as they should. */
  private void fillSteps() {
    stepCount = 0;
    while (stepCount < size && upper(stepCount) < LAST) {
      stepCount++;
    }
    steps = new short[(stepCount + 1) * SHORTS];
    for (int k = 0; k <= stepCount; k++) {
      short step = (short) ((k < stepCount ? upper(k) : LAST) ^ 0x8000);
      Arrays.fill(steps, k * SHORTS, (k + 1) * SHORTS, step);
      if (k < list.length) {
        list[k] = step;
      }
    }
  }

  /** For each range the count at its start, and the threshold in it. The last may have several. */
  private void fillGuided() {
    guided = true;
    guidedLimit = LAST;
    int count = 0;
    for (int range = 0; range < GUIDED; range++) {
      int end = (range + 1) * RANGE;
      int place = range ^ GUIDED / 2; // as 2^15 is taken off
      boolean has = count < stepCount && upper(count) < end;
      guidedCounts[place] = (short) count;
      guidedSteps[place] = (short) ((has ? upper(count) : LAST) ^ 0x8000);
      count += has ? 1 : 0;
      boolean hasMore = count < stepCount && upper(count) < end;
      if (range == GUIDED - 1 && has) {
        guidedLimit = (hasMore ? upper(count) : LAST) - 1;
      } else if (hasMore) {
        guided = false;
        return;
      }
    }
    guided = LAST - guidedLimit <= MOST_BEYOND;
  }

  private int upper(int count) {
    return (int) (thresholds[count] >>> REST);
  }

  /** A count from 16 bits, and from more where they don't decide. */
  int count(int bits, long key, long tick, int neuron) {
    if (!exact) {
      return outside(mean, bits, key, tick, neuron);
    }
    int count = least(bits);
    return isDecided(bits, count) ? count : count(all(bits, key, tick, neuron));
  }

  /** The count if all further bits are zero. */
  private int least(int bits) {
    int count = guide[bits >>> 8];
    while (count < size && bits > upper(count)) {
      count++;
    }
    return count;
  }

  private boolean isDecided(int bits, int least) {
    return least == size || bits != upper(least);
  }

  /** Whether 16 bits decide the count. */
  boolean isDecidedBy(int bits) {
    return isDecided(bits, least(bits));
  }

  private int count(long bits) {
    int count = guide[(int) (bits >>> GUIDE_SHIFT)];
    while (count < size && bits >= thresholds[count]) {
      count++;
    }
    return count;
  }

  private static long all(int bits, long key, long tick, int neuron) {
    long pair = Draws.firstWords(key, neuron + Long.MIN_VALUE, tick);
    long rest = ((pair << 32) | (pair >>> 32)) >>> 64 - REST; // the first word is the high one
    return (long) bits << REST | rest;
  }

  /** Means that have no table: far too large, negative or not a number. */
  static int outside(double mean, int bits, long key, long tick, int neuron) {
    return mean > 0
        ? RandomStream.poisson(Math.min(mean, 1e5), all(bits, key, tick, neuron) * 0x1p-53)
        : 0;
  }

  boolean isExact() {
    return exact;
  }

  /** Number of thresholds that 16 bits can tell from each other. */
  int stepCount() {
    return stepCount;
  }

  /** Thresholds of 16 bits, each {@link #SHORTS} times, and one that nothing exceeds. */
  short[] steps() {
    return steps;
  }

  /** The first thresholds of {@link #steps}, each once: two vectors. */
  short[] list() {
    return list;
  }

  /**
   * Whether the upper six of 16 bits tell the count but for one threshold, up to a limit that few
   * numbers exceed.
   */
  boolean isGuided() {
    return guided;
  }

  /** Counts by the upper six bits of a number with 2^15 taken off: two vectors. */
  short[] guidedCounts() {
    return guidedCounts;
  }

  /** The threshold of 16 bits beyond which there's one more, by the same bits. */
  short[] guidedSteps() {
    return guidedSteps;
  }

  /** Numbers beyond this one aren't decided, with 2^15 taken off. */
  short guidedLimit() {
    return (short) (guidedLimit ^ 0x8000);
  }
}
