package dev.glia.platform.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Points of a curve. */
final class Curve {
  private Curve() {}

  static double[] steps(double from, double to, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = from + (to - from) * i / (count - 1);
    }
    return values;
  }

  static double[] of(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }
}
