package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;

/**
 * Events on their way where delays differ: for each coming tick the branches that a spike reaches
 * then, in the order of emission, then source. Grows as needed and then allocates no more.
 */
public final class BranchRing {
  private final int[][] branches;
  private final int[] counts;
  private final int mask;

  /** A ring for delays up to so many ticks. */
  public BranchRing(int longestDelay) {
    int slots = Integer.highestOneBit(Math.max(1, longestDelay)) * 2;
    branches = new int[slots][16];
    counts = new int[slots];
    mask = slots - 1;
  }

  public void add(long due, int branch) {
    int slot = (int) due & mask;
    if (counts[slot] == branches[slot].length) {
      branches[slot] = Arrays.copyOf(branches[slot], 2 * counts[slot]);
    }
    branches[slot][counts[slot]++] = branch;
  }

  public int count(long tick) {
    return counts[(int) tick & mask];
  }

  /** Branches that are due, the first {@link #count}; the live array. */
  public int[] branches(long tick) {
    return branches[(int) tick & mask];
  }

  /** Forgets what was due at a tick. */
  public void free(long tick) {
    counts[(int) tick & mask] = 0;
  }

  public void clear() {
    Arrays.fill(counts, 0);
  }
}
