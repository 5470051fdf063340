package dev.glia.drivers.cpu.simd;

/**
 * How arrays are laid out so that no loop needs a tail: lengths are rounded up to whole vectors,
 * and a thread's slice begins at a whole word of spike bits.
 */
public final class Padding {
  /** Floats of the longest vector there is; every vector length divides it. */
  public static final int LANES = 16;

  private Padding() {}

  /** The length of an array for so many values. */
  public static int padded(int count) {
    return (count + LANES - 1) / LANES * LANES;
  }

  /** Words of one bit a neuron. */
  public static int words(int count) {
    return (count + 63) >>> 6;
  }

  /** First neuron of a thread's slice of a population; the slice after the last begins at count. */
  public static int sliceStart(int count, int thread, int threads) {
    return thread == threads ? count : (int) ((long) words(count) * thread / threads) << 6;
  }
}
