package dev.glia.drivers.rram.array;

import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import java.util.BitSet;

/**
 * The cells of a die and what time and programming make of them. Cell {@code row * COLUMNS +
 * column}; the columns of output o are {@code 2 o} (plus) and {@code 2 o + 1} (minus).
 *
 * <p>Drift: {@code G(t) = G0 (1 + t/1 s)^-ν} with an exponent of each cell's own, where t is
 * counted from its last programming.
 */
final class Cells {
  static final int ROWS = 512;
  static final int COLUMNS = 512;
  static final int OUTPUTS = COLUMNS / 2;
  private static final int COUNT = ROWS * COLUMNS;

  private enum Fate {
    SOUND,
    STUCK_OFF,
    STUCK_ON
  }

  private final long seed;
  private final Physics physics;
  private final float[] written = new float[COUNT];
  private final float[] exponent = new float[COUNT];
  private final double[] writtenAt = new double[COUNT];
  private final BitSet programmed = new BitSet(COUNT);
  private final Fate[] fates = new Fate[COUNT];
  private final float[] draws = new float[COLUMNS];
  private long programmings;

  /** Forms a die. */
  Cells(long seed, Physics physics) {
    this.seed = seed;
    this.physics = physics;
    long forming = Streams.key(seed, "rram/forming");
    long drift = Streams.key(seed, "rram/drift");
    long defects = Streams.key(seed, "rram/defects");
    for (int row = 0; row < ROWS; row++) {
      int first = row * COLUMNS;
      Normals.fill(forming, first, 0, draws, COLUMNS);
      for (int c = 0; c < COLUMNS; c++) {
        double formed = physics.formingMean() + physics.formingDeviation() * draws[c];
        written[first + c] = (float) Math.max(physics.formingLeast(), formed);
      }
      Normals.fill(drift, first, 0, draws, COLUMNS);
      for (int c = 0; c < COLUMNS; c++) {
        exponent[first + c] = (float) (physics.drift() + physics.driftDeviation() * draws[c]);
        fates[first + c] = fate(defects, first + c);
      }
    }
  }

  private Fate fate(long key, int cell) {
    double u = new RandomStream(key, cell).nextDouble();
    if (u < physics.stuckOff()) {
      return Fate.STUCK_OFF;
    }
    return u >= 1 - physics.stuckOn() ? Fate.STUCK_ON : Fate.SOUND;
  }

  /** Programs consecutive cells of a row; only every second one is meant. */
  void program(int row, int firstColumn, float[] siemens, int from, int count, double now) {
    long key = Streams.key(seed, "rram/programming");
    Normals.fill(key, row * COLUMNS, programmings++, draws, COLUMNS);
    for (int k = 0; k < count; k++) {
      int column = firstColumn + 2 * k;
      int cell = row * COLUMNS + column;
      double aim = siemens[from + k];
      double reached = aim + physics.programmingDeviation(aim) * draws[column];
      written[cell] = (float) Math.max(0, reached);
      writtenAt[cell] = now;
      programmed.set(cell);
    }
  }

  /** The conductances of a row's cells at a time, in siemens. */
  void at(double now, int row, float[] into) {
    for (int cell = row * COLUMNS; cell < (row + 1) * COLUMNS; cell++) {
      into[cell] =
          switch (fates[cell]) {
            case STUCK_OFF -> 0;
            case STUCK_ON -> (float) Physics.STUCK_ON;
            case SOUND -> (float) (written[cell] * drifted(exponent[cell], now - writtenAt[cell]));
          };
    }
  }

  /** Whether a cell was programmed to so little that it may well look like one that is stuck. */
  boolean isMeantToBeOff(int cell, double off) {
    return programmed.get(cell) && written[cell] <= 4 * off;
  }

  private static double drifted(double exponent, double age) {
    return age <= 0 || exponent == 0 ? 1 : Math.exp(-exponent * Math.log1p(age));
  }

  /** Room for a value of each cell. */
  static float[] matrix() {
    return new float[COUNT];
  }
}
