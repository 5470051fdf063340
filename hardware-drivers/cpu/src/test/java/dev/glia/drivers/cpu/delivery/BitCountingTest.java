package dev.glia.drivers.cpu.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.glia.drivers.cpu.simd.VectorSupport;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BitCountingTest {
  @Property(tries = 200)
  void wordsCountTheOnesOfEachColumn(
      @ForAll @IntRange(min = 1, max = BitCounting.MOST_ROWS) int rows,
      @ForAll @IntRange(min = 1, max = 20) int stride,
      @ForAll long seed) {
    assertThat(counted(new WordCounting(), rows, stride, seed))
        .isEqualTo(expected(rows, stride, seed));
  }

  @Property(tries = 200)
  void vectorsCountTheOnesOfEachColumn(
      @ForAll @IntRange(min = 1, max = BitCounting.MOST_ROWS) int rows,
      @ForAll @IntRange(min = 1, max = 20) int stride,
      @ForAll long seed) {
    assumeThat(VectorSupport.isAvailable()).isTrue();
    assertThat(counted(new VectorCounting(), rows, stride, seed))
        .isEqualTo(expected(rows, stride, seed));
  }

  /** Rows of ones, so that sums are as large as they get, or of any bits; then zeros. */
  private static long[] bits(int rows, int stride, long seed) {
    Random random = new Random(seed);
    long[] bits = new long[(rows + 1) * stride + BitCounting.OVERHANG];
    for (int i = 0; i < rows * stride; i++) {
      bits[i] = seed % 3 == 0 ? -1 : random.nextLong();
    }
    return bits;
  }

  private static byte[] counted(BitCounting counting, int rows, int stride, long seed) {
    int[] starts = new int[BitCounting.MOST_ROWS + 1];
    int whole = (rows + BitCounting.GROUP - 1) / BitCounting.GROUP * BitCounting.GROUP;
    for (int i = 0; i < whole; i++) {
      starts[i] = Math.min(i, rows) * stride;
    }
    long[] planes = new long[BitCounting.PLANES * (stride + BitCounting.OVERHANG)];
    byte[] counts = new byte[64 * stride];
    counting.add(bits(rows, stride, seed), starts, whole, stride, planes);
    counting.expand(planes, Integer.SIZE - Integer.numberOfLeadingZeros(rows), stride, counts);
    return counts;
  }

  private static byte[] expected(int rows, int stride, long seed) {
    long[] bits = bits(rows, stride, seed);
    byte[] counts = new byte[64 * stride];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < counts.length; j++) {
        counts[j] += (byte) (bits[i * stride + (j >>> 6)] >>> j & 1);
      }
    }
    return counts;
  }
}
