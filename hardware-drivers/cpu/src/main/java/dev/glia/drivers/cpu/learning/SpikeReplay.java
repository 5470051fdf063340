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

  /** The lists one after the other: the synapse, its spike, the spike's time. */
  private int[] positions;

  private int[] missed;
  private int[] times;

  /** Where lists begin. */
  private int[] begins = new int[16];

  SpikeReplay(BranchSynapses synapses, PostSpikes spikes, Decays decays, float[] weights) {
    this.synapses = synapses;
    this.spikes = spikes;
    this.decays = decays;
    this.weights = weights;
    int length = 4 * longest(synapses);
    positions = new int[length];
    missed = new int[length];
    times = new int[length];
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
    int start = synapses.start(branch);
    int count = listConcerned(start, synapses.end(branch), since);
    listNewest(start, count);
    int list = 0;
    int begin = 0;
    int end = count;
    while (end > begin) {
      begins[list++] = begin;
      makeRoom(list, 2 * end - begin);
      int more = listOlder(begin, end, since);
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
      times = Arrays.copyOf(times, 2 * entries);
    }
  }

  /** Lists the synapses whose targets have spiked since. */
  private int listConcerned(int start, int end, int since) {
    char[] narrow = synapses.narrow();
    int[] wide = synapses.wide();
    if (narrow != null) {
      return listConcerned(narrow, start, end, since);
    }
    return wide != null
        ? listConcerned(wide, start, end, since)
        : listConcerned(start, end, since, spikes.lastTimes());
  }

  private int listConcerned(char[] targets, int start, int end, int since) {
    int[] last = spikes.lastTimes();
    int[] list = positions;
    int count = 0;
    for (int k = start; k < end; k++) {
      list[count] = k;
      count += since - 1 - last[targets[k]] >>> 31;
    }
    return count;
  }

  private int listConcerned(int[] targets, int start, int end, int since) {
    int[] last = spikes.lastTimes();
    int[] list = positions;
    int count = 0;
    for (int k = start; k < end; k++) {
      list[count] = k;
      count += since - 1 - last[targets[k]] >>> 31;
    }
    return count;
  }

  private int listConcerned(int start, int end, int since, int[] last) {
    int[] list = positions;
    int count = 0;
    for (int k = start; k < end; k++) {
      list[count] = k;
      count += since - 1 - last[k - start] >>> 31;
    }
    return count;
  }

  /** Adds the targets' last spikes to the list. */
  private void listNewest(int start, int count) {
    char[] narrow = synapses.narrow();
    int[] wide = synapses.wide();
    int[] newest = spikes.newest();
    int[] last = spikes.lastTimes();
    for (int i = 0; i < count; i++) {
      int k = positions[i];
      int target = narrow != null ? narrow[k] : wide != null ? wide[k] : k - start;
      missed[i] = newest[target];
      times[i] = last[target];
    }
  }

  /** Of a list, the synapses that have missed the spike before as well, with that spike. */
  private int listOlder(int begin, int end, int since) {
    int[] words = spikes.words();
    int[] positions = this.positions;
    int[] missed = this.missed;
    int[] times = this.times;
    int at = end;
    for (int i = begin; i < end; i++) {
      int spike = missed[i];
      int time = words[spike + 1];
      positions[at] = positions[i];
      missed[at] = words[spike];
      times[at] = time;
      at += since - 1 - time >>> 31;
    }
    return at - end;
  }

  private void apply(int begin, int end, int heard, float origin) {
    int[] words = spikes.words();
    int[] positions = this.positions;
    int[] missed = this.missed;
    int[] times = this.times;
    float[] weights = this.weights;
    for (int i = begin; i < end; i++) {
      int k = positions[i];
      weights[k] = after(words, missed[i], origin * decays.after(times[i] - heard), weights[k]);
    }
  }

  /** A weight after the newest spike of its target, if that's at the time of {@code origin}. */
  float afterNewest(int target, float origin, float w) {
    return after(spikes.words(), spikes.newest()[target], origin, w);
  }

  private float after(int[] words, int spike, float x, float w) {
    float factor = Float.intBitsToFloat(words[spike + 2]);
    float slope = Float.intBitsToFloat(words[spike + 3]);
    return Math.max(lower, Math.min(w + x * (factor + slope * w), upper));
  }

  long bytes() {
    return 4L * (positions.length + missed.length + times.length + begins.length);
  }
}
