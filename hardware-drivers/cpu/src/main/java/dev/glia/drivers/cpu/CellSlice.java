package dev.glia.drivers.cpu;

import dev.glia.api.device.BlowUpException;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Variable;
import dev.glia.drivers.cpu.compile.Frame;
import dev.glia.drivers.cpu.compile.Kernel;
import dev.glia.drivers.cpu.compile.Procedure;
import dev.glia.drivers.cpu.compile.Uniforms;
import dev.glia.drivers.cpu.delivery.SpikeHistory;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.Arrays;
import java.util.List;

/**
 * One thread's part of a population: a range of neurons that begins at a whole word of spike bits.
 * Methods are the parts of the tick.
 */
final class CellSlice {
  private final Cells cells;
  private final double dt;
  private final int from;
  private final int end;
  private final int to;
  private final SpikeHistory own;
  private final SpikeHistory all;
  private final boolean[] arrived;
  private CellSlice[] everybody = {};
  private final Frame frame = new Frame();
  private Procedure deliver;
  private Procedure integrate;
  private Kernel reset;
  private Uniforms uniforms;
  private int clock;
  private boolean suspicious;

  /**
   * A slice from, inclusive, to end.
   *
   * @param past ticks for which the population's spikes matter
   * @param window ticks between two meetings with other threads
   */
  CellSlice(Cells cells, double dt, int from, int end, int past, int window) {
    this.cells = cells;
    this.dt = dt;
    this.from = from;
    this.end = end;
    to = end == cells.size() && from < end ? Padding.padded(end) : end;
    own = new SpikeHistory(Math.max(past + 1, 2 * window)); // others read the last window's
    all = isWhole() ? own : new SpikeHistory(Math.max(past + 1, window));
    arrived = new boolean[cells.layout().coupling(0)];
    bind();
  }

  /** Gets to know the population's slices of all threads, which ascend. */
  void meet(CellSlice[] slices) {
    everybody = slices;
  }

  /** Takes the population's code and arrays, now and after they have been compiled anew. */
  void bind() {
    Uniforms shared = cells.code().uniforms();
    uniforms = isWhole() ? shared : shared.copy(); // each thread has a time of its own
    deliver = cells.code().deliver(uniforms);
    integrate = cells.code().integrate(uniforms);
    reset = cells.code().reset();
    clock = uniforms.slot("t", Scope.CLOCK);
    frame.arrays = cells.arraysWithTiles();
    frame.uniforms = uniforms.floats();
    frame.bits = cells.bits();
    frame.keys = cells.keys();
  }

  /** Whether it's the whole population. */
  private boolean isWhole() {
    return from == 0 && end == cells.size();
  }

  /** Takes over what may have changed since the last block. */
  void beginBlock() {
    if (uniforms != cells.code().uniforms()) {
      uniforms.take(cells.code().uniforms());
    }
  }

  /** Begins tick n. */
  void begin(long tick) {
    frame.tick = tick;
    uniforms.setTicking(clock, tick * dt);
    uniforms.updateTick();
  }

  /** Notes that weights are added to one of the arrays of arrivals. */
  void arrive(int array) {
    arrived[array] = true;
  }

  /** Forgets what arrived in the last tick. */
  void clearArrivals() {
    for (int i = 0; i < arrived.length; i++) {
      if (arrived[i]) {
        arrived[i] = false;
        Arrays.fill(cells.arrays()[i], from, to, 0f);
      }
    }
  }

  /** Forgets the sums of the last tick. */
  void clearCouplings() {
    int first = cells.layout().coupling(0);
    int last = first + cells.population().program().couplings().size();
    for (int i = first; i < last; i++) {
      Arrays.fill(cells.arrays()[i], from, to, 0f);
    }
  }

  /** Reads: arrivals. Writes: state. */
  void deliver() {
    if (from < end && !deliver.isEmpty()) {
      suspicious |= deliver.run(frame, from, to);
    }
  }

  /** Integrates, and finds the neurons that spike. Reads and writes: state, refractory counts. */
  void integrate() {
    if (from == end) {
      return;
    }
    Arrays.fill(cells.bits(), from >>> 6, Padding.words(end), 0L);
    if (!integrate.isEmpty()) {
      suspicious |= integrate.run(frame, from, to);
    }
    if ((end & 63) != 0) {
      cells.bits()[end >>> 6] &= (1L << end) - 1; // padding doesn't spike
    }
  }

  /** Makes a neuron spike whatever its state; those of other slices are passed over. */
  void force(int neuron) {
    if (neuron >= from && neuron < end) {
      cells.bits()[neuron >>> 6] |= 1L << neuron;
    }
  }

  /** Lists the spikes, and resets their neurons. */
  void reset() {
    long time = frame.tick + 1;
    int words = from < end ? Padding.words(end) : 0;
    int count = own.begin(time, cells.bits(), from >>> 6, words);
    if (count > 0 && reset != null) {
      frame.index = own.neurons(time);
      frame.from = 0;
      frame.to = count;
      suspicious |= reset.run(frame) != 0f;
    }
  }

  /** Spikes of this slice, known at once. */
  SpikeHistory own() {
    return own;
  }

  /** All spikes of the population, known once threads have met. */
  SpikeHistory all() {
    return all;
  }

  /**
   * Takes spikes over from the slices of all threads.
   *
   * @param first time, inclusive
   * @param last time, inclusive
   */
  void gather(long first, long last) {
    if (all == own) {
      return;
    }
    for (long tick = first; tick <= last; tick++) {
      all.begin(tick);
      for (CellSlice slice : everybody) {
        all.append(tick, slice.own.neurons(tick), slice.own.count(tick));
      }
    }
  }

  /** Replaces all that is known of spikes by nothing. */
  void forgetSpikes() {
    own.clear();
    all.clear();
  }

  /** Adds all spikes of a tick that was forgotten; ascending. */
  void recall(long tick, int[] neurons) {
    int first = firstFrom(neurons, from);
    int count = firstFrom(neurons, end) - first;
    own.begin(tick);
    own.append(tick, Arrays.copyOfRange(neurons, first, first + count), count);
    if (all != own) {
      all.begin(tick);
      all.append(tick, neurons, neurons.length);
    }
  }

  private static int firstFrom(int[] neurons, int neuron) {
    int place = Arrays.binarySearch(neurons, neuron);
    return place < 0 ? -place - 1 : place;
  }

  int from() {
    return from;
  }

  int end() {
    return end;
  }

  /** End with the padding behind the last neuron. */
  int to() {
    return to;
  }

  Cells cells() {
    return cells;
  }

  /** Loops that run a vector at a time by now, of all. */
  String describe() {
    return integrate.describe();
  }

  /**
   * The first value that isn't finite any more, after a tick; null if there's none.
   *
   * @param number of the population
   */
  Failure findFailure(long tick, int number) {
    if (!suspicious) {
      return null;
    }
    suspicious = false;
    List<Variable> variables = cells.population().program().state();
    for (int v = 0; v < variables.size(); v++) {
      float[] array = cells.arrays()[v];
      for (int i = from; i < end; i++) {
        if (!Float.isFinite(array[i])) {
          String name = variables.get(v).name();
          return new Failure(
              number, v, new BlowUpException(cells.name(), i, tick, dt, name, array[i]));
        }
      }
      if (end < to) { // only padding: it follows the last neuron again
        Arrays.fill(array, end, to, array[end - 1]);
      }
    }
    return null;
  }
}
