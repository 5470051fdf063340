package dev.glia.drivers.cpu.learning;

import dev.glia.drivers.cpu.compile.CompiledLearning;
import dev.glia.drivers.cpu.compile.DeferredPost;
import dev.glia.drivers.cpu.compile.Frame;
import dev.glia.drivers.cpu.compile.SynapseArrays;
import dev.glia.drivers.cpu.compile.Uniforms;
import java.util.Arrays;

/**
 * An {@code on post} that is put off and later repeated spike by spike, as its effect depends on
 * the weight, or bounds may act on either side: {@code w = clip(w + x*(factor + slope*w))}, with
 * the source's trace x as it was at the spike's time.
 *
 * <p>What a spike does to a weight is a function of the weight, the spike, the trace at the
 * branch's last event and the time since. So it doesn't matter when it is done, and looking at
 * weights in between leaves the same bits. Nothing is kept by synapse.
 *
 * <p>Time counts ticks in which the projection has learned, from the beginning of an era.
 */
public final class Repetition implements PutOff {
  /** Ticks after which time begins anew: ages of branches are exact in float32. */
  private static final int ERA = 1 << 22;

  /** Spikes a target that have room. */
  private static final int SPIKES = 8;

  private final CompiledLearning code;
  private final BranchSynapses synapses;
  private final RowRunner runner;
  private final Frame frame;
  private final int from;
  private final float[] weights;
  private final float[] trace;
  private final float[] factor;
  private final float[] slope;
  private final PostSpikes spikes;
  private final Decays decays;

  /** By branch: the trace after the last event. */
  private final float[] origin;

  /** By branch: the time of the last event. */
  private final int[] heard;

  /** By branch: the first time whose spikes are yet to be applied. */
  private final int[] due;

  private final int[] concerned;
  private final int[] waiting;
  private float lower;
  private float upper;
  private long clock;
  private int now;

  /** Makes the frame's arrays that are its own. */
  Repetition(
      CompiledLearning code,
      BranchSynapses synapses,
      RowRunner runner,
      Frame frame,
      int from,
      int to) {
    this.code = code;
    this.synapses = synapses;
    this.runner = runner;
    this.frame = frame;
    this.from = from;
    SynapseArrays numbers = code.arrays();
    weights = frame.arrays[numbers.synapse(0)];
    trace = frame.arrays[numbers.pre(code.deferred().trace())];
    factor = new float[to];
    slope = new float[to];
    frame.arrays[numbers.factor()] = factor;
    frame.arrays[numbers.slope()] = slope;
    int capacity = SPIKES * (to - from);
    spikes = new PostSpikes(from, to, capacity);
    decays = new Decays(code.deferred().decay());
    origin = new float[trace.length];
    heard = new int[synapses.branches()];
    due = new int[synapses.branches()];
    concerned = new int[longest()];
    waiting = new int[capacity];
  }

  private int longest() {
    int longest = 0;
    for (int b = 0; b < synapses.branches(); b++) {
      longest = Math.max(longest, synapses.end(b) - synapses.start(b));
    }
    return longest;
  }

  @Override
  public void initialize() {
    DeferredPost form = code.deferred();
    Uniforms uniforms = code.uniforms();
    boolean below = form.lower() != null;
    lower = below ? (float) uniforms.evaluate(form.lower()) : Float.NEGATIVE_INFINITY;
    boolean above = form.upper() != null;
    upper = above ? (float) uniforms.evaluate(form.upper()) : Float.POSITIVE_INFINITY;
    reset();
  }

  @Override
  public void reset() {
    clock = 0;
    now = 0;
    spikes.clear();
    Arrays.fill(due, 0);
    afterReplacement();
  }

  @Override
  public void visit(int branch) {
    settle(branch);
    if (code.onPre() != null) {
      runner.run(code.onPre(), branch);
    }
    hear(branch);
  }

  private void hear(int branch) {
    heard[branch] = now;
    origin[branch] = trace[branch];
  }

  /** Applies the spikes of all ticks before this one to a branch's weights. */
  private void settle(int branch) {
    if (due[branch] == now) {
      return;
    }
    int count = findConcerned(branch);
    for (int i = 0; i < count; i++) {
      int k = concerned[i];
      weights[k] = repeat(weights[k], synapses.target(branch, k) - from, branch);
    }
    due[branch] = now;
  }

  /** Lists positions whose targets have spiked; without branches, which nobody could predict. */
  private int findConcerned(int branch) {
    int start = synapses.start(branch);
    int end = synapses.end(branch);
    int since = due[branch];
    int[] times = spikes.lastTimes();
    char[] narrow = synapses.narrow();
    int[] wide = synapses.wide();
    int count = 0;
    if (narrow != null) {
      for (int k = start; k < end; k++) {
        concerned[count] = k;
        count += since - 1 - times[narrow[k]] >>> 31;
      }
    } else if (wide != null) {
      for (int k = start; k < end; k++) {
        concerned[count] = k;
        count += since - 1 - times[wide[k]] >>> 31;
      }
    } else {
      for (int k = start; k < end; k++) {
        concerned[count] = k;
        count += since - 1 - times[k - start] >>> 31;
      }
    }
    return count;
  }

  /** A weight after all spikes of its target that are due, the oldest first. */
  private float repeat(float weight, int target, int branch) {
    int time = spikes.lastTimes()[target];
    int spike = spikes.newest(target);
    int count = 0;
    int since = due[branch];
    while (spikes.olderTime(spike) >= since) {
      waiting[count++] = spike;
      spike = spikes.older(spike);
    }
    float w = weight;
    for (; count > 0; count--) {
      int next = waiting[count - 1];
      w = after(spike, spikes.olderTime(next) - heard[branch], origin[branch], w);
      spike = next;
    }
    return after(spike, time - heard[branch], origin[branch], w);
  }

  /** A weight after one spike, so many ticks after its source was heard of. */
  private float after(int spike, int ticks, float origin, float w) {
    float x = origin * decays.after(ticks);
    float changed = w + x * (spikes.factor(spike) + spikes.slope(spike) * w);
    return Math.max(lower, Math.min(changed, upper));
  }

  @Override
  public void post(int[] neurons, int first, int end, int[] arrived, int count) {
    if (first == end) {
      return;
    }
    if (!spikes.hasRoomFor(end - first)) {
      settleAll();
      spikes.clear();
    }
    frame.index = neurons;
    frame.from = first;
    frame.to = end;
    code.factors().run(frame);
    for (int i = first; i < end; i++) {
      spikes.add(neurons[i], now, factor[neurons[i]], slope[neurons[i]]);
    }
    for (int b = 0; b < count; b++) {
      actAtOnce(arrived[b], neurons, first, end);
    }
  }

  /** Weights are delivered after the spikes of the same instant have changed them. */
  private void actAtOnce(int branch, int[] neurons, int first, int end) {
    if (due[branch] > now) {
      return;
    }
    int stop = synapses.end(branch);
    for (int i = first; i < end; i++) {
      int target = neurons[i];
      int k = synapses.find(branch, target);
      while (k < stop && synapses.target(branch, k) == target) {
        weights[k] = after(spikes.newest(target - from), 0, origin[branch], weights[k]);
        k++;
      }
    }
    due[branch] = now + 1;
  }

  @Override
  public void step() {
    clock++;
    now++;
    if (now == ERA) {
      settleAll();
      now = 0;
      spikes.clear();
      Arrays.fill(due, 0);
      afterReplacement();
    }
  }

  @Override
  public void settleAll() {
    for (int branch = 0; branch < due.length; branch++) {
      settle(branch);
    }
  }

  @Override
  public void afterReplacement() {
    for (int branch = 0; branch < heard.length; branch++) {
      hear(branch);
    }
  }

  @Override
  public float[] weights() {
    settleAll();
    return weights;
  }

  /** Ticks that the projection has learned. */
  public long clock() {
    return clock;
  }

  /** The traces after the last events, by branch; the live array. */
  public float[] origins() {
    return origin;
  }

  /** How many ticks ago each branch had its last event. */
  public float[] ages() {
    float[] ages = new float[origin.length];
    for (int branch = 0; branch < heard.length; branch++) {
      ages[branch] = now - heard[branch];
    }
    return ages;
  }

  /** Goes on from an instant at which nothing is due, with weights and origins as they are. */
  public void resume(long ticks, float[] ages) {
    clock = ticks;
    now = (int) (ticks % ERA);
    spikes.clear();
    Arrays.fill(due, now);
    for (int branch = 0; branch < heard.length; branch++) {
      heard[branch] = now - (int) ages[branch];
    }
  }

  @Override
  public long bytes() {
    return spikes.bytes()
        + decays.bytes()
        + 4L * (origin.length + heard.length + due.length + concerned.length + waiting.length)
        + 8L * (spikes.lastTimes().length);
  }
}
