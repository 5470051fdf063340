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
  private final SpikeHistory history;
  private final Frame frame = new Frame();

  /** Two lists in turn: other threads may still read the last tick's. */
  private final int[][] lists = new int[2][64];

  private int[] spikes = lists[0];
  private int spikeCount;
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
   */
  CellSlice(Cells cells, double dt, int from, int end, int past) {
    this.cells = cells;
    this.dt = dt;
    this.from = from;
    this.end = end;
    to = end == cells.size() ? Padding.padded(end) : end;
    history = new SpikeHistory(past + 1);
    bind();
  }

  /** Takes the population's code and arrays, now and after they have been compiled anew. */
  void bind() {
    deliver = cells.code().deliver();
    integrate = cells.code().integrate();
    reset = cells.code().reset();
    uniforms = cells.code().uniforms();
    clock = uniforms.slot("t", Scope.CLOCK);
    frame.arrays = cells.arraysWithTiles();
    frame.uniforms = uniforms.floats();
    frame.bits = cells.bits();
    frame.keys = cells.keys();
  }

  /** Begins tick n. */
  void begin(long tick) {
    frame.tick = tick;
    uniforms.setTicking(clock, tick * dt);
    uniforms.updateTick();
  }

  /** Forgets what arrived in the last tick. */
  void clearArrivals() {
    clear(cells.layout().arrival(0), cells.layout().coupling(0));
  }

  /** Forgets the sums of the last tick. */
  void clearCouplings() {
    int first = cells.layout().coupling(0);
    clear(first, first + cells.population().program().couplings().size());
  }

  private void clear(int firstArray, int endArray) {
    for (int i = firstArray; i < endArray; i++) {
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
    listSpikes();
    if (spikeCount > 0 && reset != null) {
      frame.index = spikes;
      frame.from = 0;
      frame.to = spikeCount;
      suspicious |= reset.run(frame) != 0f;
    }
  }

  private void listSpikes() {
    long[] bits = cells.bits();
    int parity = (int) (frame.tick + 1) & 1;
    spikes = lists[parity];
    int count = 0;
    for (int word = from >>> 6; word < Padding.words(end) && from < end; word++) {
      long left = bits[word];
      if (left != 0 && count + 64 > spikes.length) {
        spikes = Arrays.copyOf(spikes, 2 * spikes.length + 64);
        lists[parity] = spikes;
      }
      while (left != 0) {
        spikes[count++] = (word << 6) + Long.numberOfTrailingZeros(left);
        left &= left - 1;
      }
    }
    spikeCount = count;
  }

  /** Spikes of this slice found in this tick, the first {@link #spikeCount}; the live array. */
  int[] spikes() {
    return spikes;
  }

  int spikeCount() {
    return spikeCount;
  }

  /** All spikes of the population, as this thread knows them. */
  SpikeHistory history() {
    return history;
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

  /** The first value that isn't finite any more, after a tick; null if there's none. */
  BlowUpException findBlowUp(long tick) {
    if (!suspicious) {
      return null;
    }
    suspicious = false;
    List<Variable> variables = cells.population().program().state();
    for (int v = 0; v < variables.size(); v++) {
      float[] array = cells.arrays()[v];
      for (int i = from; i < end; i++) {
        if (!Float.isFinite(array[i])) {
          return new BlowUpException(cells.name(), i, tick, dt, variables.get(v).name(), array[i]);
        }
      }
      if (end < to) { // only padding: it follows the last neuron again
        Arrays.fill(array, end, to, array[end - 1]);
      }
    }
    return null;
  }
}
