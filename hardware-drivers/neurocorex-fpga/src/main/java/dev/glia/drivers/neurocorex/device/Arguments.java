package dev.glia.drivers.neurocorex.device;

import java.util.Arrays;

/** Refuses what callers may not give. */
final class Arguments {
  private Arguments() {}

  static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** One number for all neurons, or one each. */
  static void requireNumbers(double[] values, int size, String name) {
    require(
        values.length == 1 || values.length == size,
        "%s takes 1 value or %d, given %d".formatted(name, size, values.length));
    require(Arrays.stream(values).noneMatch(Double::isNaN), name + " can't be NaN");
  }
}
