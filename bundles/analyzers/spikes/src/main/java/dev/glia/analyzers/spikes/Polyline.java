package dev.glia.analyzers.spikes;

import java.util.Arrays;

/** Points of a line, no more of them than can be seen. */
record Polyline(double[] places, double[] values) {
  /**
   * Keeps the least and the greatest value of each column, in their order.
   *
   * @param count points that are used of the arrays; places ascend
   * @param columns into which the points are divided, by number
   */
  static Polyline of(double[] places, double[] values, int count, int columns) {
    if (count <= 2 * columns) {
      return new Polyline(Arrays.copyOf(places, count), Arrays.copyOf(values, count));
    }
    double[] fewPlaces = new double[2 * columns];
    double[] fewValues = new double[2 * columns];
    for (int column = 0; column < columns; column++) {
      int from = (int) ((long) column * count / columns);
      int to = (int) ((long) (column + 1) * count / columns);
      int least = from;
      int greatest = from;
      for (int i = from; i < to; i++) {
        least = values[i] < values[least] ? i : least;
        greatest = values[i] > values[greatest] ? i : greatest;
      }
      int first = Math.min(least, greatest);
      int second = Math.max(least, greatest);
      fewPlaces[2 * column] = places[first];
      fewValues[2 * column] = values[first];
      fewPlaces[2 * column + 1] = places[second];
      fewValues[2 * column + 1] = values[second];
    }
    return new Polyline(fewPlaces, fewValues);
  }
}
