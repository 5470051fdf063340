package dev.glia.drivers.rram.array;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Calibration;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.random.Streams;
import dev.glia.v1.Telemetry;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A model of a macro of 512 × 512 cells: 512 inputs, 256 differential outputs. The same seed,
 * constants and operations give the same values. Not safe for use by several threads.
 *
 * <p><b>Voltage drops</b> are of first order in the resistance of the lines. Along an input's line,
 * which feeds the columns that are converted at the same time, the drop depends on the line's own
 * cells, so it's a factor of each cell. Along a column, from its cell in row i to the converter
 * below the last row, flow the currents of all driven rows: {@code V(i) = r Σ_k I_k (ROWS - max(i,
 * k))}. The column's current I loses {@code Σ_i G_i V(i) = I δ} to that, and {@code I/(1 + δ)}, the
 * same to first order, can't change its sign. Rows that aren't driven are cut off by their
 * transistors.
 */
public final class ArrayModel {
  public static final int INPUTS = Cells.ROWS;
  public static final int OUTPUTS = Cells.OUTPUTS;
  private static final int COLUMNS = Cells.COLUMNS;

  /** Time is told apart in steps of a hundredth of its logarithm, far below the noise. */
  private static final double TIME_STEPS = 100;

  private static final double NEVER = -1;

  private final Physics physics;
  private final Cells cells;
  private final Converters converters;
  private final Meter meter = new Meter();
  private final long readKey;
  private final long probeKey;
  private final float[] present = Cells.matrix();
  private final float[] effective = Cells.matrix();
  private double waited;
  private final double[] presentAt = new double[INPUTS];
  private long accesses;

  public ArrayModel(long seed, Physics physics) {
    this.physics = physics;
    cells = new Cells(seed, physics);
    converters = new Converters(seed, physics);
    Arrays.fill(presentAt, NEVER);
    readKey = Streams.key(seed, "rram/read");
    probeKey = Streams.key(seed, "rram/readback");
  }

  public Physics physics() {
    return physics;
  }

  /** Time since the forming. */
  public double seconds() {
    return waited + meter.seconds();
  }

  public void elapse(double seconds) {
    if (!(seconds >= 0 && seconds <= 1e12)) {
      throw new IllegalArgumentException("time passes forwards, given " + seconds + " s");
    }
    waited += seconds;
  }

  /** See {@link dev.glia.api.crossbar.CrossbarArray#program}. */
  public void program(Block block, Conductances aims) {
    requireFits(block);
    requireProgrammable(block, aims.plus());
    requireProgrammable(block, aims.minus());
    double now = seconds();
    for (int i = 0; i < block.inputs(); i++) {
      int row = block.firstInput() + i;
      int column = 2 * block.firstOutput();
      int from = i * block.outputs();
      cells.program(row, column, aims.plus(), from, block.outputs(), now);
      cells.program(row, column + 1, aims.minus(), from, block.outputs(), now);
      presentAt[row] = NEVER;
    }
    meter.programmed(2 * block.pairs());
  }

  private static void requireProgrammable(Block block, float[] siemens) {
    if (siemens.length != block.pairs()) {
      throw new IllegalArgumentException(
          siemens.length + " conductances for " + block.pairs() + " pairs");
    }
    for (float value : siemens) {
      // a float above the limit may only have been rounded up
      if (!(value >= 0 && value <= Physics.PROGRAMMABLE * (1 + 1e-6))) {
        throw new IllegalArgumentException(
            "cells are programmed to 0 to " + Physics.PROGRAMMABLE + " S, given " + value);
      }
    }
  }

  /** See {@link dev.glia.api.crossbar.CrossbarArray#readback}. */
  public Conductances readback(Block block) {
    requireFits(block);
    refresh(block);
    long access = ++accesses;
    float[] plus = new float[block.pairs()];
    float[] minus = new float[block.pairs()];
    float[] noise = new float[COLUMNS];
    for (int i = 0; i < block.inputs(); i++) {
      int row = block.firstInput() + i;
      Normals.fill(probeKey, row * COLUMNS, access, noise, COLUMNS);
      for (int o = 0; o < block.outputs(); o++) {
        int column = 2 * (block.firstOutput() + o);
        plus[i * block.outputs() + o] = readOne(row, column, noise);
        minus[i * block.outputs() + o] = readOne(row, column + 1, noise);
      }
      meter.vector(1, 2 * block.outputs());
    }
    meter.access();
    return new Conductances(plus, minus);
  }

  /** A single cell is read with the converter's range at that of one cell. */
  private float readOne(int row, int column, float[] noise) {
    double siemens = present[row * COLUMNS + column];
    meter.cells(siemens * Physics.READ_VOLTS * Physics.READ_VOLTS);
    double read = siemens * (1 + physics.readNoise() * noise[column]);
    if (physics.adcBits() == 0) {
      return (float) read;
    }
    double step = 2 * Physics.STUCK_ON / (1L << physics.adcBits());
    return (float) (Math.rint(read / step) * step);
  }

  /**
   * See {@link dev.glia.api.crossbar.CrossbarArray#multiply}.
   *
   * @param access 0 for the next one
   */
  public float[] multiply(Block block, Vectors vectors, long access) {
    requireFits(block);
    if (access < 0) {
      throw new IllegalArgumentException("accesses are counted from 1, given " + access);
    }
    refresh(block);
    // Numbered accesses and those that count by themselves are drawn apart.
    float[] noisy = noisy(block, vectors, access == 0 ? - ++accesses : access);
    float[] out = new float[vectors.count() * block.outputs()];
    Product product = new Product(block.firstInput(), 2 * block.outputs(), physics.lineOhms());
    for (int v = 0; v < vectors.count(); v++) {
      int driven = product.run(noisy, vectors, v);
      meter.cells(product.watts());
      meter.vector(driven, 2 * block.outputs());
      for (int o = 0; o < block.outputs(); o++) {
        int column = 2 * (block.firstOutput() + o);
        double plus = converters.read(column, product.amperes(2 * o));
        double minus = converters.read(column + 1, product.amperes(2 * o + 1));
        out[v * block.outputs() + o] = (float) (plus - minus);
      }
    }
    meter.access();
    return out;
  }

  /** The block's cells at this access; rows that no vector drives are left out. */
  private float[] noisy(Block block, Vectors vectors, long access) {
    int width = 2 * block.outputs();
    boolean[] driven = driven(block, vectors);
    float[] noisy = new float[block.inputs() * width];
    float[] noise = new float[COLUMNS];
    float strength = (float) physics.readNoise();
    int column = 2 * block.firstOutput();
    int aligned = column & ~7;
    int length = Math.min(COLUMNS - aligned, (column - aligned + width + 7) & ~7);
    for (int i = 0; i < block.inputs(); i++) {
      if (!driven[i]) {
        continue;
      }
      int row = (block.firstInput() + i) * COLUMNS;
      if (strength > 0) {
        Normals.fill(readKey, row + aligned, access, noise, length);
      }
      for (int c = 0; c < width; c++) {
        noisy[i * width + c] =
            effective[row + column + c] * (1 + strength * noise[column - aligned + c]);
      }
    }
    return noisy;
  }

  private static boolean[] driven(Block block, Vectors vectors) {
    boolean[] any = new boolean[block.inputs()];
    int[] inputs = new int[block.inputs()];
    for (int v = 0; v < vectors.count(); v++) {
      int count = vectors.driven(v, inputs);
      for (int k = 0; k < count; k++) {
        any[inputs[k]] = true;
      }
    }
    return any;
  }

  /** See {@link dev.glia.api.crossbar.CrossbarArray#calibrate}. */
  public Calibration calibrate() {
    converters.calibrate();
    Block all = Block.of(INPUTS, OUTPUTS);
    Conductances read = readback(all);
    float[] siemens = new float[2 * all.pairs()];
    for (int k = 0; k < all.pairs(); k++) {
      siemens[2 * k] = read.plus()[k];
      siemens[2 * k + 1] = read.minus()[k];
    }
    double off = physics.formingLeast() / 4;
    double on = (Physics.STUCK_ON + physics.formingMean() + 3 * physics.formingDeviation()) / 2;
    int[] stuckOff =
        IntStream.range(0, siemens.length)
            .filter(k -> siemens[k] <= off && !cells.isMeantToBeOff(k, off))
            .toArray();
    int[] stuckOn = IntStream.range(0, siemens.length).filter(k -> siemens[k] >= on).toArray();
    Moments moments = Moments.of(siemens, off, on);
    return new Calibration(
        converters.offsets(),
        converters.gains(),
        moments.mean(),
        moments.deviation(),
        moments.skewness(),
        stuckOff,
        stuckOn);
  }

  public Telemetry.Builder telemetry() {
    return meter
        .telemetry()
        .addReadings(Meter.reading("clipped", converters.clipped(), "1"))
        .addReadings(Meter.reading("age", seconds(), "s"));
  }

  /** Half the distance between neighbouring values that a column can be read as, in amperes. */
  public double quantisation() {
    return converters.step() / 2;
  }

  private static void requireFits(Block block) {
    block.requireWithin(INPUTS, OUTPUTS);
  }

  /** Brings the rows of a block up to the present. */
  private void refresh(Block block) {
    double now = Math.expm1(Math.floor(Math.log1p(seconds()) * TIME_STEPS) / TIME_STEPS);
    for (int i = 0; i < block.inputs(); i++) {
      int row = block.firstInput() + i;
      if (presentAt[row] != now) {
        cells.at(now, row, present);
        dropAlong(row);
        presentAt[row] = now;
      }
    }
  }

  /** The share of the voltage that is left at each cell of an input's line. */
  private void dropAlong(int row) {
    int at = row * COLUMNS;
    for (int group = 0; group < COLUMNS; group += Converters.CHANNELS) {
      for (int c = 0; c < Converters.CHANNELS; c++) {
        double drop = 0;
        for (int n = 0; n < Converters.CHANNELS; n++) {
          drop += present[at + group + n] * (group + Math.min(c, n) + 1);
        }
        effective[at + group + c] =
            (float) (present[at + group + c] / (1 + physics.lineOhms() * drop));
      }
    }
  }
}
