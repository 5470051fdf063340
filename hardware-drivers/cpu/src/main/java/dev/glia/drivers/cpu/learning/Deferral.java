package dev.glia.drivers.cpu.learning;

import dev.glia.drivers.cpu.compile.CompiledLearning;
import dev.glia.drivers.cpu.compile.DeferredPost;
import dev.glia.drivers.cpu.compile.Frame;
import dev.glia.drivers.cpu.compile.SynapseArrays;
import dev.glia.drivers.cpu.compile.Uniforms;
import java.util.Arrays;

/**
 * An {@code on post} that is put off: what spikes of the targets add to the weights is applied to a
 * branch's synapses when its source is heard of again, or the weights are needed.
 *
 * <p>A spike at time t with factor F adds {@code F*x(t)} to the weight. The trace x decays from its
 * value at the branch's last event, so the spikes since have added {@code scale*(S - last)}: each
 * target sums {@code F*decay^(t - e)} in S, {@code last} is that sum at the event, and the scale
 * takes the trace back to the instant e. Far from e that would lose precision, so time is cut into
 * epochs of one time constant, each with sums of its own. A branch reads those of the epoch of its
 * last event; when they come to an end, it's taken to the present epoch.
 *
 * <p>Time counts ticks in which the projection has learned. What is written here is a function of
 * spikes and of that time, never of when somebody looked.
 */
public final class Deferral implements PutOff {
  /** How many epochs have sums. */
  public static final int EPOCHS = 16;

  private static final int LONGEST = 4096;

  private final CompiledLearning code;
  private final BranchSynapses synapses;
  private final RowRunner runner;
  private final Frame frame;
  private final int from;
  private final int to;
  private final SynapseArrays numbers;
  private final float[] weights;
  private final float[] trace;
  private final float[] factor;

  /** By synapse: the target's sum at the branch's last event. */
  private final float[] last;

  /** By branch: what a difference of sums is multiplied with; 0 where nothing is put off. */
  private final float[] scale;

  /** By branch: epoch of its last event. */
  private final int[] home;

  /** By epoch modulo their number: sums by target. One more than branches refer to. */
  private final float[][] sums;

  private final int length;
  private final double[] decays;
  private final double[] decaysOfEpochs;
  private float lower;
  private float upper;
  private Strays strays = Strays.none();
  private boolean settled;
  private long clock;

  /** Makes the frame's arrays that are its own. */
  Deferral(
      CompiledLearning code,
      BranchSynapses synapses,
      RowRunner runner,
      Frame frame,
      int from,
      int to) {
    this.code = code;
    this.runner = runner;
    this.synapses = synapses;
    this.frame = frame;
    this.from = from;
    this.to = to;
    numbers = code.arrays();
    weights = frame.arrays[numbers.synapse(0)];
    trace = frame.arrays[numbers.pre(code.deferred().trace())];
    last = new float[weights.length];
    scale = new float[trace.length];
    factor = new float[to];
    home = new int[synapses.branches()];
    sums = new float[EPOCHS + 1][to];
    frame.arrays[numbers.last()] = last;
    frame.arrays[numbers.scale()] = scale;
    frame.arrays[numbers.factor()] = factor;
    runner.prepare(code.visit());
    double decay = code.deferred().decay();
    length = (int) Math.clamp(Math.round(-1 / Math.log(decay)), 1L, LONGEST);
    decays = new double[length];
    Arrays.setAll(decays, m -> StrictMath.pow(decay, m));
    decaysOfEpochs = new double[EPOCHS];
    Arrays.setAll(decaysOfEpochs, i -> StrictMath.pow(decay, (double) i * length));
  }

  /** Takes the bounds from parameters, and the weights as they are now. */
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

  /** Begins anew at time 0, with weights and traces as they are. */
  @Override
  public void reset() {
    clock = 0;
    for (float[] sum : sums) {
      Arrays.fill(sum, 0f);
    }
    Arrays.fill(last, 0f);
    settled = true;
    afterReplacement();
  }

  private int epoch() {
    return (int) (clock / length);
  }

  private float[] sums(int epoch) {
    return sums[epoch % sums.length];
  }

  /** An event reaches a branch. */
  @Override
  public void visit(int branch) {
    settled = false;
    frame.arrays[numbers.presentSum()] = sums(epoch());
    if (strays.isEmpty()) {
      frame.arrays[numbers.homeSum()] = sums(home[branch]);
      runner.run(code.visit(), branch);
    } else {
      settle(branch, weights);
      if (code.onPre() != null) {
        runner.run(code.onPre(), branch);
      }
      mark(branch);
    }
    bringHome(branch);
  }

  /** The branch's trace, seen from the present epoch. */
  private void bringHome(int branch) {
    home[branch] = epoch();
    scale[branch] = trace[branch] / (float) decays[(int) (clock % length)];
  }

  /** Applies what was put off to a branch's weights. */
  private void settle(int branch, float[] weights) {
    float factor = scale[branch];
    if (factor == 0) {
      return;
    }
    int start = synapses.start(branch);
    int end = synapses.end(branch);
    float[] sum = sums(home[branch]);
    char[] narrow = synapses.narrow();
    int[] wide = synapses.wide();
    for (int k = start; k < end; k++) {
      int j = from + (narrow != null ? narrow[k] : wide != null ? wide[k] : k - start);
      weights[k] = settled(weights[k], factor * (sum[j] - last[k]));
    }
  }

  /** A weight that's out of bounds and to which nothing is added stays there. */
  private float settled(float w, float change) {
    return Math.max(Math.min(lower, w), Math.min(w + change, Math.max(upper, w)));
  }

  /** Notes where the targets' sums are now. */
  private void mark(int branch) {
    int start = synapses.start(branch);
    int end = synapses.end(branch);
    float[] sum = sums(epoch());
    char[] narrow = synapses.narrow();
    int[] wide = synapses.wide();
    for (int k = start; k < end; k++) {
      last[k] = sum[from + (narrow != null ? narrow[k] : wide != null ? wide[k] : k - start)];
    }
  }

  /**
   * Targets spike, and then act on the branches that have just been visited.
   *
   * @param spikes ascending; those in {@code [first, end)} are of this slice
   */
  @Override
  public void post(int[] spikes, int first, int end, int[] arrived, int count) {
    if (first == end) {
      return;
    }
    settled = false;
    frame.index = spikes;
    frame.from = first;
    frame.to = end;
    code.factors().run(frame);
    for (int i = first; i < end; i++) {
      add(spikes[i]);
    }
    for (int i = first; i < end && !strays.isEmpty(); i++) {
      returnStrays(spikes[i]);
    }
    for (int b = 0; b < count; b++) {
      for (int i = first; i < end; i++) {
        actAtOnce(arrived[b], spikes[i]);
      }
    }
  }

  private void add(int target) {
    int epoch = epoch();
    double decay = decays[(int) (clock % length)];
    for (int age = 0; age < EPOCHS && age <= epoch; age++) {
      sums(epoch - age)[target] += factor[target] * (float) (decay * decaysOfEpochs[age]);
    }
  }

  private void returnStrays(int target) {
    int end = strays.start(target + 1);
    for (int i = strays.start(target); i < end; i++) {
      int position = strays.position(i);
      if (position >= 0) {
        if (weights[position] < lower || weights[position] > upper) {
          apply(position, strays.branch(i), target);
        }
        strays.take(i);
      }
    }
  }

  /** Weights are delivered after the spikes of the same instant have changed them. */
  private void actAtOnce(int branch, int target) {
    int end = synapses.end(branch);
    int k = synapses.find(branch, target);
    while (k < end && synapses.target(branch, k) == target) {
      apply(k++, branch, target);
    }
  }

  private void apply(int position, int branch, int target) {
    // Where nothing is put off the epoch means nothing, and snapshots don't know it.
    float sum = sums(scale[branch] == 0 ? epoch() : home[branch])[target];
    float w = weights[position] + scale[branch] * (sum - last[position]);
    weights[position] = Math.max(lower, Math.min(w, upper));
    last[position] = sum;
  }

  /** The end of a tick: traces have decayed. */
  @Override
  public void step() {
    clock++;
    settled = false;
    if (clock % length == 0) {
      beginEpoch();
    }
  }

  private void beginEpoch() {
    int epoch = epoch();
    Arrays.fill(sums(epoch), 0f);
    for (int branch = 0; branch < home.length; branch++) {
      if (home[branch] <= epoch - EPOCHS && scale[branch] != 0) {
        settle(branch, weights);
        mark(branch);
        bringHome(branch);
      }
    }
  }

  /** Applies all that was put off, as somebody else is going to use the weights. */
  @Override
  public void settleAll() {
    if (settled) {
      return;
    }
    for (int branch = 0; branch < home.length; branch++) {
      settle(branch, weights);
      mark(branch);
      bringHome(branch);
    }
    settled = true;
  }

  /** Weights or traces were changed by something else, after {@link #settleAll}. */
  @Override
  public void afterReplacement() {
    for (int branch = 0; branch < home.length; branch++) {
      bringHome(branch);
    }
    findStrays();
  }

  private void findStrays() {
    boolean bounded = lower > Float.NEGATIVE_INFINITY || upper < Float.POSITIVE_INFINITY;
    strays = bounded ? Strays.find(synapses, weights, from, to, lower, upper) : Strays.none();
  }

  /** The weights with all that was put off, by position; changes nothing. */
  @Override
  public float[] weights() {
    float[] copy = weights.clone();
    for (int branch = 0; branch < home.length; branch++) {
      settle(branch, copy);
    }
    return copy;
  }

  /** The weights without what was put off, by position; the live array. */
  public float[] settledWeights() {
    return weights;
  }

  /** The targets' sums at the last event, by position; the live array. */
  public float[] last() {
    return last;
  }

  /** What differences of sums are multiplied with, by branch; the live array. */
  public float[] scale() {
    return scale;
  }

  /** How many epochs ago each branch had its last event; 0 where nothing is put off. */
  public float[] ages() {
    float[] ages = new float[scale.length];
    for (int branch = 0; branch < home.length; branch++) {
      ages[branch] = scale[branch] == 0 ? 0 : epoch() - home[branch];
    }
    return ages;
  }

  /** Sums of an epoch, counted back from the present one, by target; null before the beginning. */
  public float[] sumsOf(int age) {
    return age > epoch() ? null : sums(epoch() - age);
  }

  /** Ticks that the projection has learned. */
  public long clock() {
    return clock;
  }

  /** Takes over an instant, before anything else of a state. */
  public void setClock(long ticks) {
    clock = ticks;
  }

  /** Takes over the branches' ages, after everything else was written into the live arrays. */
  public void resume(float[] ages) {
    for (int branch = 0; branch < home.length; branch++) {
      home[branch] = epoch() - (int) ages[branch];
    }
    settled = false;
    findStrays();
  }

  @Override
  public long bytes() {
    return 4L * (last.length + scale.length + home.length)
        + 4L * (sums.length + 1) * (to - from)
        + strays.bytes();
  }
}
