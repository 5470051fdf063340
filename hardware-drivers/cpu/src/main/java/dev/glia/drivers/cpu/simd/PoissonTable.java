package dev.glia.drivers.cpu.simd;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;

/**
 * The Poisson distribution of one mean as thresholds for a 53-bit uniform integer: the count is the
 * number of thresholds that it reaches, the same that {@link RandomStream#poisson} finds.
 *
 * <p>Not safe for use by several threads while {@link #prepare} changes it.
 */
public final class PoissonTable {
  private static final int GUIDES = 256;
  private static final int GUIDE_SHIFT = 53 - 8;

  private double mean = Double.NaN;
  private long[] thresholds = new long[8];
  private int size;
  private final int[] guide = new int[GUIDES];
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

  /** The count for a uniform number of two words. */
  public int count(int high, int low) {
    long bits = (((long) high << 32) | (low & 0xFFFFFFFFL)) >>> 11;
    return exact ? count(bits) : outside(mean, bits);
  }

  int count(long bits) {
    int count = guide[(int) (bits >>> GUIDE_SHIFT)];
    while (count < size && bits >= thresholds[count]) {
      count++;
    }
    return count;
  }

  /** Means that have no table: far too large, negative or not a number. */
  static int outside(double mean, long bits) {
    return mean > 0 ? RandomStream.poisson(Math.min(mean, 1e5), bits * 0x1p-53) : 0;
  }

  boolean isExact() {
    return exact;
  }

  double mean() {
    return mean;
  }

  int size() {
    return size;
  }

  long threshold(int count) {
    return thresholds[count];
  }
}
