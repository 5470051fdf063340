package dev.glia.drivers.cpu.delivery;

/**
 * One weight, one delay: a bit a pair, a row of bits a source. The rows of all sources whose spikes
 * arrive are counted together, and each target gets the weight times its count.
 *
 * <p>A pair with several synapses has its bit for the first of them; the others are kept as rows.
 */
final class BitRows implements Synapses {
  private final int from;
  private final int width;
  private final int stride;
  private final int sources;
  private final float weight;
  private final long[] bits;
  private final Rows repeats;
  private final long count;

  private final int[] rows = new int[(BitCounting.MOST_ROWS + 1)];
  private final long[] planes;
  private final byte[] counts;

  /**
   * Takes over what a builder has made.
   *
   * @param from first target of the slice
   * @param bits of {@link #stride} words a source, then a row of zeros, then the overhang
   * @param repeats further synapses of pairs; null if there are none
   */
  BitRows(int from, int width, int sources, float weight, long[] bits, Rows repeats) {
    this.from = from;
    this.width = width;
    this.sources = sources;
    this.weight = weight;
    this.bits = bits;
    this.repeats = repeats;
    stride = stride(width);
    planes = new long[BitCounting.PLANES * (stride + BitCounting.OVERHANG)];
    counts = new byte[64 * stride];
    long ones = 0;
    for (long word : bits) {
      ones += Long.bitCount(word);
    }
    count = ones + (repeats == null ? 0 : repeats.count());
  }

  /** Words of a row. */
  static int stride(int width) {
    return (width + 63) >>> 6;
  }

  /** Words of all rows. */
  static long words(int sources, int width) {
    return (sources + 1L) * stride(width) + BitCounting.OVERHANG;
  }

  @Override
  public void deliver(int[] branches, int count, float[] sums) {
    for (int done = 0; done < count; done += BitCounting.MOST_ROWS) {
      deliverSome(branches, done, Math.min(BitCounting.MOST_ROWS, count - done), sums);
    }
    if (repeats != null) {
      repeats.deliver(branches, count, sums);
    }
  }

  private void deliverSome(int[] branches, int first, int number, float[] sums) {
    for (int i = 0; i < number; i++) {
      rows[i] = branches[first + i] * stride;
    }
    int whole = number;
    while (whole % BitCounting.GROUP != 0) {
      rows[whole++] = sources * stride; // zeros
    }
    BitCounting counting = BitCounting.best((long) whole * stride);
    counting.add(bits, rows, whole, stride, planes);
    counting.expand(planes, Integer.SIZE - Integer.numberOfLeadingZeros(number), stride, counts);
    addCounts(counts, weight, sums, from, width);
  }

  private static void addCounts(byte[] counts, float weight, float[] sums, int from, int width) {
    for (int j = 0; j < width; j++) {
      sums[from + j] += weight * counts[j];
    }
  }

  @Override
  public String form() {
    return repeats == null
        ? "bit rows"
        : "bit rows, %,d repeated synapses as rows".formatted(repeats.count());
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long bytes() {
    return 8L * (bits.length + planes.length)
        + counts.length
        + (repeats == null ? 0 : repeats.bytes());
  }

  @Override
  public int first(int source) {
    return 0;
  }

  @Override
  public int size(int source) {
    int ones = 0;
    for (int word = source * stride; word < (source + 1) * stride; word++) {
      ones += Long.bitCount(bits[word]);
    }
    return ones + (repeats == null ? 0 : repeats.size(source));
  }

  @Override
  public float[] weights() {
    return null;
  }

  @Override
  public float sharedWeight() {
    return weight;
  }
}
