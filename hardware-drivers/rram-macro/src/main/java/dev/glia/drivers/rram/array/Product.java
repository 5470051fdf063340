package dev.glia.drivers.rram.array;

import java.util.Arrays;

/** The currents of some columns for one vector after the other: the loop that costs. */
final class Product {
  /** For a level of 1, where conductance and current are the same. */
  private static final RowAdder ON = RowAdder.fastest();

  private final int firstRow;
  private final int width;
  private final double lineOhms;
  private final float[] current; // in siemens: of the driven cells, times their level
  private final float[] loss; // Σ of what the columns' resistance takes, over r
  private final float[] conductance;
  private final int[] driven = new int[Cells.ROWS];

  Product(int firstRow, int width, double lineOhms) {
    this.firstRow = firstRow;
    this.width = width;
    this.lineOhms = lineOhms;
    current = new float[width];
    loss = new float[width];
    conductance = new float[width];
  }

  /**
   * Adds up the driven rows.
   *
   * @return how many they are
   */
  int run(float[] cells, Vectors vectors, int vector) {
    Arrays.fill(current, 0);
    Arrays.fill(loss, 0);
    Arrays.fill(conductance, 0);
    int count = vectors.driven(vector, driven);
    for (int k = 0; k < count; k++) {
      int i = driven[k];
      float distance = Cells.ROWS - firstRow - i;
      if (vectors.binary()) {
        ON.add(cells, i * width, distance, current, loss, width);
      } else {
        add(cells, i * width, distance, vectors.level(vector, i));
      }
    }
    return count;
  }

  private void add(float[] cells, int at, float distance, float level) {
    for (int c = 0; c < width; c++) {
      float g = cells[at + c];
      float i = level * g;
      loss[c] += distance * (g * current[c] + i * conductance[c] + g * i);
      current[c] += i;
      conductance[c] += g;
    }
  }

  /** Of one column, at its converter. */
  double amperes(int column) {
    double ideal = current[column];
    return ideal == 0 ? 0 : Physics.READ_VOLTS * ideal / (1 + lineOhms * loss[column] / ideal);
  }

  /** What all columns take from the inputs at the read voltage. */
  double watts() {
    double sum = 0;
    for (float each : current) {
      sum += each;
    }
    return Physics.READ_VOLTS * Physics.READ_VOLTS * sum;
  }
}
