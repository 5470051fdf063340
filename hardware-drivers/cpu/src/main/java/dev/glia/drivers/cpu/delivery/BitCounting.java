package dev.glia.drivers.cpu.delivery;

import dev.glia.drivers.cpu.simd.VectorSupport;
import dev.glia.drivers.cpu.simd.WarmUp;
import java.util.Random;

/**
 * Counts, column by column, the ones in a few rows of bits: carry-save adders put the sums of four
 * rows at a time into bit planes, which are then turned into a byte a column.
 *
 * <p>There are two of it, with the same results: one works on words and runs at once, the other on
 * vectors and takes over when it has been compiled and is faster.
 */
abstract class BitCounting {
  /** Most rows that can be counted at once: what a signed byte holds. */
  static final int MOST_ROWS = 127;

  /** Rows go through the adders in groups of so many. */
  static final int GROUP = 4;

  /** Words that a vector may read beyond the end of a row. */
  static final int OVERHANG = 8;

  /** Bit planes: 2 to this power is more than the most rows. */
  static final int PLANES = 7;

  /** Words after which it's worth having the vector form. */
  private static final long WORTH_IT = 200_000;

  private static final BitCounting WORDS = new WordCounting();
  private static volatile BitCounting best = WORDS;
  private static long words;

  /**
   * Adds up rows.
   *
   * @param bits rows of words, and {@link #OVERHANG} words after the last
   * @param rows where each begins; a multiple of {@link #GROUP}
   * @param count number of rows
   * @param stride words of a row
   * @param planes filled: {@link #PLANES} arrays, one after the other, each a row and an overhang
   *     long
   */
  abstract void add(long[] bits, int[] rows, int count, int stride, long[] planes);

  /**
   * Turns bit planes into bytes.
   *
   * @param used planes that may have ones
   * @param counts filled: 64 a word
   */
  abstract void expand(long[] planes, int used, int stride, byte[] counts);

  /** The form to use now, for a call on so many words. */
  static BitCounting best(long work) {
    if (best == WORDS && words >= 0) {
      words += work; // may lose some to other threads, which is harmless
      if (words > WORTH_IT) {
        words = Long.MIN_VALUE;
        if (VectorSupport.isAvailable()) {
          WarmUp.request(new Rehearsal());
        }
      }
    }
    return best;
  }

  /**
   * Makes the vector form the one in use, if there is one, once it's compiled: for measurements.
   */
  static void warm() {
    if (VectorSupport.isAvailable() && best == WORDS) {
      WarmUp.warm(new Rehearsal());
    }
  }

  /** Runs both forms on rows of its own. */
  private static final class Rehearsal implements WarmUp.Candidate {
    private static final int STRIDE = 157;
    private static final int ROWS = 12;

    private final BitCounting vectors = new VectorCounting();
    private final long[] bits = new Random(1).longs(ROWS * STRIDE + OVERHANG).toArray();
    private final int[] rows = new int[ROWS];
    private final long[] planes = new long[PLANES * (STRIDE + OVERHANG)];
    private final byte[] counts = new byte[64 * STRIDE];
    private int turn;

    Rehearsal() {
      for (int i = 0; i < ROWS; i++) {
        rows[i] = i * STRIDE;
      }
    }

    @Override
    public void rehearse(boolean vector, int calls, int length) {
      BitCounting form = vector ? vectors : WORDS;
      int stride = length < WarmUp.MANY ? length / OVERHANG : STRIDE;
      for (int i = 0; i < calls; i++) {
        turn++;
        form.add(bits, rows, GROUP * (1 + turn % (ROWS / GROUP)), stride, planes);
        form.expand(planes, 4, stride, counts);
        form.expand(planes, PLANES, stride, counts);
      }
    }

    @Override
    public void useVector() {
      best = vectors;
    }
  }
}
