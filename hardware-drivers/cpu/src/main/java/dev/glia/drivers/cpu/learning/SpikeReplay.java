package dev.glia.drivers.cpu.learning;

import java.util.Arrays;

/**
 * Repeats on a branch's weights what spikes of the targets would have done to them.
 *
 * <p>How many spikes a synapse has missed is chance, which no processor predicts. So it goes by
 * rounds, not by synapses: one lists the synapses that have missed a spike, the next those of them
 * that have missed another, and so on; then the lists are worked off, the last one first, which has
 * the oldest spikes. Within a list nothing waits for anything, and there's no condition.
 */
final class SpikeReplay {
  private final BranchSynapses synapses;
  private final PostSpikes spikes;
  private final Decays decays;
  private final float[] weights;
  private float lower;
  private float upper;

  /** The lists one after the other: the synapse, and the link to its spike. */
  private int[] positions;

  private long[] missed;

  /** Where lists begin. */
  private int[] begins = new int[16];

  SpikeReplay(BranchSynapses synapses, PostSpikes spikes, Decays decays, float[] weights) {
    this.synapses = synapses;
    this.spikes = spikes;
    this.decays = decays;
    this.weights = weights;
    int length = 4 * longest(synapses);
    positions = new int[length];
    missed = new long[length];
  }

  private static int longest(BranchSynapses synapses) {
    int longest = 0;
    for (int b = 0; b < synapses.branches(); b++) {
      longest = Math.max(longest, synapses.end(b) - synapses.start(b));
    }
    return longest;
  }

  void bound(float lower, float upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * Applies all spikes to a branch.
   *
   * @param since the first time that counts
   * @param heard when the trace had the value {@code origin}; not after {@code since}
   */
  void replay(int branch, int since, int heard, float origin) {
    long first = PostSpikes.first(since);
    int count = listConcerned(synapses.start(branch), synapses.end(branch), first);
    int list = 0;
    int begin = 0;
    int end = count;
    while (end > begin) {
      begins[list++] = begin;
      makeRoom(list, 2 * end - begin);
      int more = listOlder(begin, end, first);
      begin = end;
      end += more;
    }
    while (list > 0) {
      begin = begins[--list];
      apply(begin, end, heard, origin);
      end = begin;
    }
  }

  private void makeRoom(int lists, int entries) {
    if (lists == begins.length) {
      begins = Arrays.copyOf(begins, 2 * lists);
    }
    if (entries > positions.length) {
      positions = Arrays.copyOf(positions, 2 * entries);
      missed = Arrays.copyOf(missed, 2 * entries);
    }
  }

  /** Lists the synapses whose targets have spiked, each with the last spike. */
  private int listConcerned(int start, int end, long first) {
    char[] narrow = synapses.narrow();
    int[] wide = synapses.wide();
    long[] newest = spikes.newest();
    if (narrow != null) {
      return listConcerned(newest, narrow, start, end, first);
    }
    return wide != null
        ? listConcerned(newest, wide, start, end, first)
        : listConcerned(newest, start, end, first);
  }

  private int listConcerned(long[] newest, char[] targets, int start, int end, long first) {
    int[] positions = this.positions;
    long[] missed = this.missed;
    int count = 0;
    for (int k = start; k < end; k++) {
      long link = newest[targets[k]];
      positions[count] = k;
      missed[count] = link;
      count += 1 + (int) (link - first >> 63);
    }
    return count;
  }

  private int listConcerned(long[] newest, int[] targets, int start, int end, long first) {
    int[] positions = this.positions;
    long[] missed = this.missed;
    int count = 0;
    for (int k = start; k < end; k++) {
      long link = newest[targets[k]];
      positions[count] = k;
      missed[count] = link;
      count += 1 + (int) (link - first >> 63);
    }
    return count;
  }

  private int listConcerned(long[] newest, int start, int end, long first) {
    int[] positions = this.positions;
    long[] missed = this.missed;
    int count = 0;
    for (int k = start; k < end; k++) {
      long link = newest[k - start];
      positions[count] = k;
      missed[count] = link;
      count += 1 + (int) (link - first >> 63);
    }
    return count;
  }

  /** Of a list, the synapses that have missed the spike before as well, with that spike. */
  private int listOlder(int begin, int end, long first) {
    long[] words = spikes.words();
    int[] positions = this.positions;
    long[] missed = this.missed;
    int at = end;
    for (int i = begin; i < end; i++) {
      long link = words[PostSpikes.place(missed[i])];
      positions[at] = positions[i];
      missed[at] = link;
      at += 1 + (int) (link - first >> 63);
    }
    return at - end;
  }

  private void apply(int begin, int end, int heard, float origin) {
    long[] words = spikes.words();
    int[] positions = this.positions;
    long[] missed = this.missed;
    float[] weights = this.weights;
    for (int i = begin; i < end; i++) {
      int k = positions[i];
      long spike = missed[i];
      float x = origin * decays.after(PostSpikes.time(spike) - heard);
      weights[k] = after(words[PostSpikes.place(spike) + 1], x, weights[k]);
    }
  }

  /** A weight after the newest spike of its target, if that's at the time of {@code origin}. */
  float afterNewest(int target, float origin, float w) {
    return after(spikes.words()[PostSpikes.place(spikes.newest()[target]) + 1], origin, w);
  }

  private float after(long factors, float x, float w) {
    float changed = w + x * (PostSpikes.factor(factors) + PostSpikes.slope(factors) * w);
    // The processor has no minimum that does with NaN what Java's does, and bounds seldom act.
    float capped = changed > upper ? upper : changed;
    return capped < lower ? lower : capped;
  }

  long bytes() {
    return 4L * (positions.length + begins.length) + 8L * missed.length;
  }
}
