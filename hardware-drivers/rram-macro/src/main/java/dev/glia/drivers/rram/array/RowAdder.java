package dev.glia.drivers.rram.array;

/** Adds a driven row of cells to the currents of the columns: most of what a product costs. */
interface RowAdder {
  /**
   * For each column c with conductance {@code g = cells[at + c]} and {@code p = current[c]}: {@code
   * loss[c] += distance * g * (2 * p + g)}, then {@code current[c] = p + g}.
   */
  void add(float[] cells, int at, float distance, float[] current, float[] loss, int width);

  /** The fastest that this JVM has; all give the same numbers. */
  static RowAdder fastest() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorRowAdder()
        : RowAdder::addOneByOne;
  }

  /** A column after the other, from the first on. */
  static void addOneByOne(
      float[] cells, int at, float distance, float[] current, float[] loss, int width) {
    addFrom(0, cells, at, distance, current, loss, width);
  }

  /** A column after the other, from some column on. */
  static void addFrom(
      int first, float[] cells, int at, float distance, float[] current, float[] loss, int width) {
    for (int c = first; c < width; c++) {
      float g = cells[at + c];
      float before = current[c];
      loss[c] += distance * g * (2 * before + g);
      current[c] = before + g;
    }
  }
}
