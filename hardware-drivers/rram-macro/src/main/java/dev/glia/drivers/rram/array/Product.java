package dev.glia.drivers.rram.array;

import java.util.Arrays;

/** The currents of some columns for one vector after the other: the loop that costs. */
final class Product {
  private final int firstRow;
  private final int width;
  private final double lineOhms;
  private final float[] current; // in siemens: of the driven cells, times their level
  private final float[] loss; // Σ of what the columns' resistance takes, over r
  private final float[] conductance;

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
  int run(float[] cells, Vectors vectors, int vector, int inputs) {
    Arrays.fill(current, 0);
    Arrays.fill(loss, 0);
    Arrays.fill(conductance, 0);
    int driven = 0;
    for (int i = 0; i < inputs; i++) {
      float level = vectors.level(vector, i);
      if (level != 0) {
        driven++;
        float distance = Cells.ROWS - firstRow - i;
        if (vectors.binary()) {
          addOn(cells, i * width, distance);
        } else {
          add(cells, i * width, distance, level);
        }
      }
    }
    return driven;
  }

  /** For a level of 1, where conductance and current are the same. */
  private void addOn(float[] cells, int at, float distance) {
    for (int c = 0; c < width; c++) {
      float g = cells[at + c];
      float before = current[c];
      loss[c] += distance * g * (2 * before + g);
      current[c] = before + g;
    }
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
