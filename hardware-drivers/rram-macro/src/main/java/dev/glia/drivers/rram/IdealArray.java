package dev.glia.drivers.rram;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Calibration;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.crossbar.CrossbarInfo;
import dev.glia.api.random.RandomStream;
import dev.glia.v1.Telemetry;

/** An array that does exactly what it should, with normal weights from the start. */
final class IdealArray implements CrossbarArray {
  private static final int INPUTS = 512;
  private static final int OUTPUTS = 256;
  private static final double VOLTS = 0.2;

  /** Standard deviation of a difference of two cells that have 14 µS each. */
  private static final double DEVIATION = 14e-6 * Math.sqrt(2);

  private static final double MIDDLE = 120e-6;
  private static final int INPUT_BITS = 8;
  private static final CrossbarInfo INFO =
      new CrossbarInfo(
          "ideal-gaussian", true, INPUTS, OUTPUTS, VOLTS, INPUT_BITS, 0, 1, 2 * MIDDLE);

  private final float[] plus = new float[INPUTS * OUTPUTS];
  private final float[] minus = new float[INPUTS * OUTPUTS];
  private long products;
  private boolean closed;

  IdealArray(long seed) {
    for (int i = 0; i < INPUTS; i++) {
      RandomStream random = new RandomStream(seed, "ideal-gaussian", i);
      for (int o = 0; o < OUTPUTS; o++) {
        double weight = DEVIATION * random.nextNormal();
        plus[i * OUTPUTS + o] = (float) (MIDDLE + weight / 2);
        minus[i * OUTPUTS + o] = (float) (MIDDLE - weight / 2);
      }
    }
  }

  @Override
  public CrossbarInfo info() {
    return INFO;
  }

  @Override
  public void program(Block block, Conductances cells) {
    requireFits(block);
    requireLength(cells.plus().length, block.pairs());
    for (int i = 0; i < block.inputs(); i++) {
      int to = (block.firstInput() + i) * OUTPUTS + block.firstOutput();
      System.arraycopy(cells.plus(), i * block.outputs(), plus, to, block.outputs());
      System.arraycopy(cells.minus(), i * block.outputs(), minus, to, block.outputs());
    }
  }

  @Override
  public Conductances readback(Block block) {
    requireFits(block);
    Conductances cells = new Conductances(new float[block.pairs()], new float[block.pairs()]);
    for (int i = 0; i < block.inputs(); i++) {
      int from = (block.firstInput() + i) * OUTPUTS + block.firstOutput();
      System.arraycopy(plus, from, cells.plus(), i * block.outputs(), block.outputs());
      System.arraycopy(minus, from, cells.minus(), i * block.outputs(), block.outputs());
    }
    return cells;
  }

  @Override
  public float[] multiply(Block block, long[] bits, int vectors, long access) {
    int words = (block.inputs() + 63) / 64;
    requireLength(bits.length, words * vectors);
    return multiply(block, vectors, (v, i) -> bits[v * words + (i >> 6)] >>> i & 1);
  }

  @Override
  public float[] multiply(Block block, byte[] codes, int vectors, long access) {
    requireLength(codes.length, block.inputs() * vectors);
    double most = (1 << INPUT_BITS) - 1;
    return multiply(block, vectors, (v, i) -> (codes[v * block.inputs() + i] & 0xFF) / most);
  }

  private interface Levels {
    double at(int vector, int input);
  }

  private float[] multiply(Block block, int vectors, Levels levels) {
    requireFits(block);
    Conductances cells = readback(block);
    float[] weights = new float[block.pairs()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) (VOLTS * (cells.plus()[k] - cells.minus()[k]));
    }
    float[] out = new float[vectors * block.outputs()];
    float[] sums = new float[block.outputs()];
    for (int v = 0; v < vectors; v++) {
      java.util.Arrays.fill(sums, 0);
      for (int i = 0; i < block.inputs(); i++) {
        float level = (float) levels.at(v, i);
        if (level != 0) {
          int from = i * sums.length;
          for (int o = 0; o < sums.length; o++) {
            sums[o] += level * weights[from + o];
          }
        }
      }
      System.arraycopy(sums, 0, out, v * sums.length, sums.length);
    }
    products += vectors;
    return out;
  }

  @Override
  public Calibration calibrate() {
    return new Calibration(
        new double[0], new double[0], MIDDLE, DEVIATION / 2, 0, new int[0], new int[0]);
  }

  @Override
  public void elapse(double seconds) {
    // nothing drifts
  }

  @Override
  public Telemetry telemetry() {
    return Telemetry.newBuilder()
        .setDevice(INFO.device())
        .setAt(System.currentTimeMillis())
        .addReadings(
            Telemetry.Reading.newBuilder().setName("products").setValue(products).setUnit("1"))
        .build();
  }

  private void requireFits(Block block) {
    if (closed) {
      throw new IllegalStateException("the array is closed");
    }
    block.requireWithin(INPUTS, OUTPUTS);
  }

  private static void requireLength(int given, int wanted) {
    if (given != wanted) {
      throw new IllegalArgumentException(given + " values, but " + wanted + " are needed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
