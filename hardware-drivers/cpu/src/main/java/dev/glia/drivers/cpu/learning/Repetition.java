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
  static final int ERA = 1 << 22;

  /** Spikes a target that have room. */
  private static final int SPIKES = 8;

  private final CompiledLearning code;
  private final BranchSynapses synapses;
  private final RowRunner runner;
  private final Frame frame;
  private final int from;
  private final int era;
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

  private final SpikeReplay replay;
  private long clock;
  private int now;

  /**
   * Makes the frame's arrays that are its own.
   *
   * @param era ticks after which time begins anew, at most {@link #ERA}
   */
  Repetition(
      CompiledLearning code,
      BranchSynapses synapses,
      RowRunner runner,
      Frame frame,
      int from,
      int to,
      int era) {
    this.code = code;
    this.era = era;
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
    replay = new SpikeReplay(synapses, spikes, decays, weights);
  }

  @Override
  public void initialize() {
    DeferredPost form = code.deferred();
    Uniforms uniforms = code.uniforms();
    boolean below = form.lower() != null;
    float lower = below ? (float) uniforms.evaluate(form.lower()) : Float.NEGATIVE_INFINITY;
    boolean above = form.upper() != null;
    float upper = above ? (float) uniforms.evaluate(form.upper()) : Float.POSITIVE_INFINITY;
    replay.bound(lower, upper);
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
    replay.replay(branch, due[branch], heard[branch], origin[branch]);
    due[branch] = now;
  }

  @Override
  public void post(int[] neurons, int first, int end, int[] arrived, int count) {
    if (first == end) {
      return;
    }
    if (!spikes.hasRoomFor(end - first)) {
      makeRoom();
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

  /** Tells the branches that haven't been heard of for long of the older half of all spikes. */
  private void makeRoom() {
    int end = spikes.endOfOlderHalf();
    for (int branch = 0; branch < due.length; branch++) {
      if (due[branch] <= end) {
        settle(branch);
      }
    }
    spikes.dropOlderHalf();
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
        weights[k] = replay.afterNewest(target - from, origin[branch], weights[k]);
        k++;
      }
    }
    due[branch] = now + 1;
  }

  @Override
  public void step() {
    clock++;
    now++;
    if (now == era) {
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
    now = (int) (ticks % era);
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
        + replay.bytes()
        + 4L * (origin.length + heard.length + due.length)
        + 4L * (factor.length + slope.length);
  }
}
