package dev.glia.interchange.nir;

import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers of a shape, in C order. Immutable by agreement.
 *
 * @param shape empty for a single number
 */
record NirArray(int[] shape, double[] values) {
  static int count(int[] shape) {
    int count = 1;
    for (int side : shape) {
      count = Math.multiplyExact(count, side);
    }
    return count;
  }

  /** The shape that two shapes have together, as NumPy has it; absent if they don't fit. */
  static Optional<int[]> broadcast(int[] one, int[] other) {
    int[] shape = new int[Math.max(one.length, other.length)];
    long count = 1;
    for (int i = 0; i < shape.length; i++) {
      int a = side(one, shape.length, i);
      int b = side(other, shape.length, i);
      if (a != b && a != 1 && b != 1) {
        return Optional.empty();
      }
      shape[i] = a == 1 ? b : a;
      count *= shape[i];
      if (count > Integer.MAX_VALUE) {
        return Optional.empty();
      }
    }
    return Optional.of(shape);
  }

  private static int side(int[] shape, int dimensions, int i) {
    int at = i - (dimensions - shape.length);
    return at < 0 ? 1 : shape[at];
  }

  /** The values repeated to a shape that they fit. */
  double[] spread(int[] to) {
    int count = count(to);
    if (Arrays.equals(shape, to) || values.length == count) {
      return values;
    }
    double[] spread = new double[count];
    for (int index = 0; index < count; index++) {
      spread[index] = values[source(index, to)];
    }
    return spread;
  }

  private int source(int index, int[] to) {
    int source = 0;
    int stride = 1;
    int rest = index;
    for (int i = to.length - 1; i >= 0; i--) {
      int side = side(shape, to.length, i);
      source += (side == 1 ? 0 : rest % to[i]) * stride;
      stride *= side;
      rest /= to[i];
    }
    return source;
  }
}
