package dev.glia.topologies;

import dev.glia.api.random.RandomStream;

/** Chooses some of n numbers at random. For one thread. */
final class Chooser {
  static final int NONE = -1;

  private final int size;
  private final long[] chosen; // a bit each; clear between calls

  Chooser(int size) {
    this.size = size;
    this.chosen = new long[(size + 63) >>> 6];
  }

  /** Chooses with repetition; {@code excluded} is never among them. */
  void withRepetition(RandomStream random, int[] into, int from, int count, int excluded) {
    int bound = excluded == NONE ? size : size - 1;
    for (int place = from; place < from + count; place++) {
      into[place] = skip(random.nextInt(bound), excluded);
    }
  }

  /**
   * Chooses a set, every set of this size with the same probability, by one draw a member (Floyd's
   * algorithm: Bentley and Floyd, CACM 1987).
   */
  void distinct(RandomStream random, int[] into, int from, int count, int excluded) {
    int bound = excluded == NONE ? size : size - 1;
    int place = from;
    for (int last = bound - count; last < bound; last++) {
      int candidate = random.nextInt(last + 1);
      into[place++] = add(candidate) ? candidate : addSurely(last);
    }
    for (place = from; place < from + count; place++) {
      chosen[into[place] >>> 6] = 0;
      into[place] = skip(into[place], excluded);
    }
  }

  private boolean add(int number) {
    long bit = 1L << number;
    boolean isNew = (chosen[number >>> 6] & bit) == 0;
    chosen[number >>> 6] |= bit;
    return isNew;
  }

  private int addSurely(int number) {
    chosen[number >>> 6] |= 1L << number;
    return number;
  }

  private static int skip(int number, int excluded) {
    return excluded != NONE && number >= excluded ? number + 1 : number;
  }
}
