package dev.glia.drivers.cpu.learning;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Projection.Plasticity;
import dev.glia.drivers.cpu.compile.CompiledLearning;
import dev.glia.drivers.cpu.compile.CompiledLearning.BranchStep;
import dev.glia.drivers.cpu.compile.CompiledLearning.FlatStep;
import dev.glia.drivers.cpu.compile.CompiledLearning.Step;
import dev.glia.drivers.cpu.compile.CompiledLearning.SumStep;
import dev.glia.drivers.cpu.compile.CompiledLearning.SynapseStep;
import dev.glia.drivers.cpu.compile.CompiledLearning.TargetStep;
import dev.glia.drivers.cpu.compile.Frame;
import dev.glia.drivers.cpu.compile.Kernel;
import dev.glia.drivers.cpu.compile.SynapseArrays;
import dev.glia.drivers.cpu.compile.Uniforms;
import dev.glia.drivers.cpu.delivery.ColumnIndex;
import dev.glia.drivers.cpu.delivery.Dense;
import dev.glia.drivers.cpu.delivery.Rows;
import dev.glia.drivers.cpu.delivery.Synapses;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.Arrays;
import java.util.List;

/**
 * What changes the weights of one projection onto one slice of its targets. Owned by one thread;
 * variables of targets are in arrays that all slices share, each keeping to its part.
 *
 * <p>Reads: state of both ends. Writes: weights, learning variables.
 */
public final class Learner {
  private final CompiledLearning code;
  private final Uniforms uniforms;
  private final Frame frame = new Frame();
  private final Dense dense;
  private final Rows rows;
  private final ColumnIndex columns;
  private final RowRunner runner;
  private final PutOff putOff;
  private final int from;
  private final int to;
  private final int branches;
  private final Step[] everyTick;
  private final int clock;
  private int[] arrived = {};
  private int arrivedCount;

  /**
   * A learner of synapses that are stored with a weight each.
   *
   * @param from first target of the slice
   * @param to its end; a multiple of 16 after the last target
   * @param sourceState arrays of the source's state variables
   * @param targetState arrays of the target's
   * @param post arrays of the post variables
   */
  public Learner(
      CompiledLearning code,
      Synapses synapses,
      int from,
      int to,
      float[][] sourceState,
      float[][] targetState,
      float[][] post) {
    this(code, synapses, from, to, sourceState, targetState, post, Repetition.ERA);
  }

  /** One whose eras of repeated spikes are as long as given. */
  Learner(
      CompiledLearning code,
      Synapses synapses,
      int from,
      int to,
      float[][] sourceState,
      float[][] targetState,
      float[][] post,
      int era) {
    this.code = code;
    this.from = from;
    this.to = to;
    uniforms = code.uniforms();
    dense = synapses instanceof Dense d ? d : null;
    rows = synapses instanceof Rows r ? r : null;
    branches = dense != null ? dense.sources() : rows.branches();
    columns = rows != null && code.onPost() != null ? new ColumnIndex(rows, to - from) : null;
    everyTick = code.everyTick().toArray(Step[]::new);
    clock = uniforms.slot("t", Scope.CLOCK);
    fillFrame(sourceState, targetState, post);
    runner = new RowRunner(dense, rows, frame, code.arrays());
    if (code.onPre() != null) {
      runner.prepare(code.onPre());
    }
    putOff = code.deferred() == null ? null : newPutOff(era);
  }

  private PutOff newPutOff(int era) {
    BranchSynapses synapses = new BranchSynapses(dense, rows, from);
    return code.deferred().repeated()
        ? new Repetition(code, synapses, runner, frame, from, to, era)
        : new Deferral(code, synapses, runner, frame, from, to);
  }

  private void fillFrame(float[][] sourceState, float[][] targetState, float[][] post) {
    SynapseArrays numbers = code.arrays();
    float[][] arrays = new float[numbers.sum(code.sums())][];
    for (int v = 0; v <= code.program().synapse().size(); v++) {
      arrays[numbers.synapse(v)] = dense != null ? dense.variable(v) : rows.variable(v);
    }
    for (int v = 0; v < code.program().pre().size(); v++) {
      arrays[numbers.pre(v)] = new float[Padding.padded(branches)];
    }
    for (int sum = 0; sum < code.sums(); sum++) {
      arrays[numbers.sum(sum)] = new float[to];
    }
    System.arraycopy(post, 0, arrays, numbers.post(0), post.length);
    System.arraycopy(sourceState, 0, arrays, numbers.preNeuron(0), sourceState.length);
    System.arraycopy(targetState, 0, arrays, numbers.postNeuron(0), targetState.length);
    frame.arrays = arrays;
    frame.uniforms = uniforms.floats();
    frame.shift = from;
    if (rows != null) {
      frame.narrow = rows.narrowTargets();
      frame.sources =
          rows.sources() == null ? null : Arrays.copyOf(rows.sources(), Padding.padded(branches));
    } else {
      frame.stride = dense.stride();
    }
  }

  /** Takes over parameters, and gives all variables their first values. */
  public void initialize(Plasticity plasticity, double dt) {
    uniforms.set(uniforms.slot("dt", Scope.CLOCK), dt);
    code.program()
        .parameters()
        .forEach(
            p -> {
              Double given = plasticity.parameters().get(p.name());
              uniforms.set(
                  uniforms.slot(p.name(), Scope.PARAMETER),
                  given == null ? p.defaultValue() : given);
            });
    for (Coefficients coefficients : code.program().coefficients()) {
      double[] parameters =
          coefficients.parameters().stream()
              .mapToDouble(name -> uniforms.value(uniforms.slot(name, Scope.PARAMETER)))
              .toArray();
      double[] values = coefficients.compute(dt, parameters);
      for (int i = 0; i < values.length; i++) {
        uniforms.set(uniforms.slot(coefficients.names().get(i), Scope.COEFFICIENT), values[i]);
      }
    }
    uniforms.update();
    SynapseArrays numbers = code.arrays();
    fill(code.program().synapse(), numbers.synapse(1));
    fill(code.program().pre(), numbers.pre(0));
    fill(code.program().post(), numbers.post(0));
    if (putOff != null) {
      putOff.initialize();
    }
  }

  private void fill(List<Variable> variables, int first) {
    for (int v = 0; v < variables.size(); v++) {
      double value = uniforms.evaluate(variables.get(v).initial());
      Arrays.fill(frame.arrays[first + v], (float) value);
    }
  }

  /** Begins a tick: its time in seconds. */
  public void begin(double time) {
    uniforms.setTicking(clock, time);
  }

  /** Sets a third factor for this tick. */
  public void modulate(int slot, double value) {
    uniforms.setTicking(slot, value);
  }

  /** Recomputes what depends on time and third factors. */
  public void update() {
    uniforms.updateTick();
  }

  /** Slot of a third factor. */
  public int modulator(String name) {
    return uniforms.slot(name, Scope.MODULATOR);
  }

  /** Events that arrive, in their order. */
  public void onPre(int[] arriving, int count) {
    arrived = arriving;
    arrivedCount = count;
    for (int i = 0; i < count; i++) {
      if (putOff != null) {
        putOff.visit(arriving[i]);
      } else if (code.onPre() != null) {
        runner.run(code.onPre(), arriving[i]);
      }
    }
  }

  /** Spikes of the targets at this instant; those of other slices are passed over. */
  public void onPost(int[] spikes, int count) {
    if (putOff != null) {
      int first = 0;
      while (first < count && spikes[first] < from) {
        first++;
      }
      int end = first;
      while (end < count && spikes[end] < to) {
        end++;
      }
      putOff.post(spikes, first, end, arrived, arrivedCount);
      return;
    }
    Kernel kernel = code.onPost();
    if (kernel == null) {
      return;
    }
    for (int i = 0; i < count; i++) {
      int neuron = spikes[i];
      if (neuron >= from && neuron < to) {
        overTarget(kernel, neuron);
      }
    }
  }

  private void overTarget(Kernel kernel, int neuron) {
    frame.outer = neuron;
    if (dense != null) {
      frame.base = neuron - from;
      frame.from = 0;
      frame.to = branches;
    } else {
      frame.index = columns.synapses();
      frame.second = columns.branches();
      frame.from = columns.start(neuron - from);
      frame.to = columns.start(neuron - from + 1);
    }
    kernel.run(frame);
  }

  /** The end of a tick: variables are integrated, then what happens every tick. */
  public void everyTick() {
    for (Step step : everyTick) {
      run(step);
    }
    if (putOff != null) {
      putOff.step();
    }
  }

  /**
   * Applies what was put off, as others are going to use the stored weights, or to replace them.
   */
  public void settle() {
    if (putOff != null) {
      putOff.settleAll();
    }
  }

  /** Weights or variables were replaced after {@link #settle}. */
  public void afterReplacement() {
    if (putOff != null) {
      putOff.afterReplacement();
    }
  }

  /** What's put off, for snapshots; null if nothing ever is. */
  public PutOff putOff() {
    return putOff;
  }

  /** The weights as they are now, by position; perhaps a copy. */
  public float[] weights() {
    return putOff != null ? putOff.weights() : frame.arrays[code.arrays().synapse(0)];
  }

  /** An event from outside; without effect if no rule listens. */
  public void raise(String event) {
    List<Step> steps = code.onEvent(event);
    if (steps.isEmpty()) {
      return;
    }
    settle();
    for (Step step : steps) {
      run(step);
    }
    afterReplacement();
  }

  private void run(Step step) {
    switch (step) {
      case FlatStep flat -> {
        frame.base = 0;
        frame.from = 0;
        frame.to = dense != null ? branches * dense.stride() : rows.start(branches);
        flat.kernel().run(frame);
      }
      case SynapseStep synapses -> overAll(synapses.kernel());
      case SumStep sum -> {
        Arrays.fill(frame.arrays[code.arrays().sum(sum.sum())], from, to, 0f);
        overAll(sum.kernel());
      }
      case BranchStep branch -> {
        frame.from = 0;
        frame.to = Padding.padded(branches);
        branch.kernel().run(frame);
      }
      case TargetStep target -> {
        frame.from = from;
        frame.to = to;
        target.kernel().run(frame);
      }
    }
  }

  private void overAll(Kernel kernel) {
    for (int branch = 0; branch < branches; branch++) {
      runner.run(kernel, branch);
    }
  }

  /** A variable of branches, by branch number; the live array. */
  public float[] pre(int variable) {
    return frame.arrays[code.arrays().pre(variable)];
  }

  /** A variable of synapses without the weight, by position; the live array. */
  public float[] synapse(int variable) {
    return frame.arrays[code.arrays().synapse(variable + 1)];
  }

  public CompiledLearning code() {
    return code;
  }

  /** What learning needs beyond the synapses' own variables. */
  public long bytes() {
    return (columns == null ? 0 : columns.bytes())
        + (putOff == null ? 0 : putOff.bytes())
        + 4L * code.program().pre().size() * branches;
  }
}
