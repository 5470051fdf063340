package dev.glia.studies.theory.sdr;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;

/** A vector of bits of which few are 1: active cells, or synapses. Not safe for several threads. */
public final class SparseBits {
  private final int size;
  private final long[] words;

  /** All 0. */
  public SparseBits(int size) {
    this.size = size;
    words = new long[(size + 63) >>> 6];
  }

  public boolean get(int index) {
    return (words[index >>> 6] >>> index & 1) != 0;
  }

  public void set(int index) {
    words[index >>> 6] |= 1L << index;
  }

  public void clear(int index) {
    words[index >>> 6] &= ~(1L << index);
  }

  public void clear() {
    Arrays.fill(words, 0);
  }

  /** How many bits are 1. */
  public int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many bits are 1 in both. */
  public int overlap(SparseBits other) {
    int count = 0;
    for (int w = 0; w < words.length; w++) {
      count += Long.bitCount(words[w] & other.words[w]);
    }
    return count;
  }

  /**
   * Sets as many bits that were 0, each equally likely.
   *
   * @param chosen gets their indices, in the order of drawing, and says how many; no more than half
   *     the vector, or it takes long
   */
  public void draw(int[] chosen, RandomStream random) {
    for (int i = 0; i < chosen.length; i++) {
      int index = random.nextInt(size);
      while (get(index)) {
        index = random.nextInt(size);
      }
      set(index);
      chosen[i] = index;
    }
  }
}
