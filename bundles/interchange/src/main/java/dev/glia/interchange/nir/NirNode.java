package dev.glia.interchange.nir;

import dev.glia.api.component.Fault;
import dev.glia.interchange.hdf5.Hdf5Tree;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a graph, as it stands in the file.
 *
 * @param name with those of the graphs around it: {@code lif1/w_rec}
 * @param type {@code LIF}, {@code Affine}, …
 * @param fields its parameters
 * @param file for messages
 */
record NirNode(String name, String type, Map<String, Hdf5Tree> fields, String file) {
  private static final long MOST_SIDE = 1L << 22;

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Finite numbers of any shape. */
  NirArray array(String field) {
    if (!(fields.get(field) instanceof Hdf5Tree.Numbers numbers)) {
      throw fault(field, has(field) ? "isn't an array of numbers" : "is missing");
    }
    for (double value : numbers.values()) {
      if (!Double.isFinite(value)) {
        throw fault(field, "has the value " + value + ", which can't be simulated");
      }
    }
    return new NirArray(numbers.shape(), numbers.values());
  }

  /** Finite numbers, of this many dimensions. */
  NirArray array(String field, int dimensions) {
    NirArray array = array(field);
    if (array.shape().length != dimensions) {
      throw fault(
          field,
          "has the shape "
              + Arrays.toString(array.shape())
              + ", expected "
              + dimensions
              + " dimensions");
    }
    return array;
  }

  /** Whole numbers, in a row; one number counts as as many as are wanted. */
  int[] integers(String field, int count, int least) {
    NirArray array = array(field);
    int[] integers = new int[count];
    if (array.values().length != count && array.values().length != 1) {
      throw fault(field, "has " + array.values().length + " values, expected " + count);
    }
    for (int i = 0; i < count; i++) {
      integers[i] = integer(array.values()[array.values().length == 1 ? 0 : i], field, least);
    }
    return integers;
  }

  /** A shape, if it's given; a single number is one of one dimension. */
  Optional<int[]> shape(String field) {
    if (!(fields.get(field) instanceof Hdf5Tree.Numbers)) {
      return Optional.empty();
    }
    double[] sides = array(field).values();
    int[] shape = new int[sides.length];
    long count = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = integer(sides[i], field, 1);
      count *= shape[i];
      if (count > MOST_SIDE) {
        throw fault(field, "is larger than can be simulated");
      }
    }
    return Optional.of(shape);
  }

  private int integer(double value, String field, int least) {
    if (value != Math.rint(value) || value < least || value > MOST_SIDE) {
      throw fault(field, "has the value " + value + ", expected a whole number from " + least);
    }
    return (int) value;
  }

  Optional<String> text(String field) {
    return fields.get(field) instanceof Hdf5Tree.Texts texts && texts.texts().size() == 1
        ? Optional.of(texts.texts().get(0))
        : Optional.empty();
  }

  /** Something is wrong with a field. */
  Fault fault(String field, String what) {
    return fault(field + " " + what);
  }

  /** Something is wrong with the node. */
  Fault fault(String what) {
    return Fault.input(file + ": node '" + name + "' (" + type + "): " + what + ".");
  }
}
