package dev.glia.interchange.nir;

import java.util.Arrays;
import java.util.Optional;

/** Reads the nodes that are linear. */
final class LinearNodes {
  private LinearNodes() {}

  /** Whether a type is one of them. */
  static boolean isLinear(String type) {
    return switch (type) {
      case "Affine",
          "Linear",
          "Scale",
          "Conv1d",
          "Conv2d",
          "SumPool2d",
          "AvgPool2d",
          "Flatten",
          "Delay",
          NirGraph.BORDER ->
          true;
      default -> false;
    };
  }

  /**
   * The node; absent as long as its input's shape would have to be known.
   *
   * @param input shape of what leads to it, if it's known
   */
  static Optional<LinearNode> read(NirNode node, Optional<int[]> input) {
    return switch (node.type()) {
      case "Affine", "Linear" -> Optional.of(matrix(node));
      case "Scale" -> input.map(shape -> scale(node, shape));
      case "Delay" -> input.map(shape -> delay(node, shape));
      case "Conv1d", "Conv2d" -> Convolution.read(node, input);
      case "SumPool2d", "AvgPool2d" -> input.map(shape -> Pooling.read(node, shape));
      case "Flatten" -> input.or(() -> node.shape("input_type")).map(shape -> flatten(node, shape));
      default -> input.map(shape -> LinearNode.of(shape, shape, Fan.identity()));
    };
  }

  private static LinearNode matrix(NirNode node) {
    NirArray weight = node.array("weight", 2);
    int outputs = weight.shape()[0];
    int inputs = weight.shape()[1];
    if (outputs == 0 || inputs == 0) {
      throw node.fault("weight", "is empty");
    }
    double[] values = weight.values();
    Fan fan =
        (input, sink) -> {
          for (int output = 0; output < outputs; output++) {
            double value = values[output * inputs + input];
            if (value != 0) {
              sink.accept(output, value, 0);
            }
          }
        };
    Optional<double[]> bias =
        node.type().equals("Affine") ? Optional.of(bias(node, outputs)) : Optional.empty();
    return new LinearNode(new int[] {inputs}, new int[] {outputs}, fan, bias);
  }

  /** One number for each of so many outputs. */
  static double[] bias(NirNode node, int count) {
    double[] bias = node.array("bias").values();
    if (bias.length == 1 && count > 1) {
      double[] spread = new double[count];
      Arrays.fill(spread, bias[0]);
      return spread;
    }
    if (bias.length != count) {
      throw node.fault("bias", "has " + bias.length + " values for " + count + " outputs");
    }
    return bias;
  }

  private static LinearNode scale(NirNode node, int[] input) {
    int[] shape = together(node, "scale", input);
    double[] scale = node.array("scale").spread(shape);
    return LinearNode.of(input, shape, (at, sink) -> sink.accept(at, scale[at], 0));
  }

  private static LinearNode delay(NirNode node, int[] input) {
    int[] shape = together(node, "delay", input);
    double[] delay = node.array("delay").spread(shape);
    for (double each : delay) {
      if (each < 0) {
        throw node.fault("delay", "has the value " + each + ", which is before the cause");
      }
    }
    return LinearNode.of(input, shape, (at, sink) -> sink.accept(at, 1, delay[at]));
  }

  /** The input's shape, which a parameter has to fit; the parameter may be flat. */
  private static int[] together(NirNode node, String field, int[] input) {
    NirArray given = node.array(field);
    boolean fits =
        given.values().length == NirArray.count(input)
            || NirArray.broadcast(given.shape(), input)
                .filter(shape -> Arrays.equals(shape, input))
                .isPresent();
    if (!fits) {
      throw node.fault(
          field,
          "has the shape "
              + Arrays.toString(given.shape())
              + ", its input "
              + Arrays.toString(input));
    }
    return input;
  }

  private static LinearNode flatten(NirNode node, int[] input) {
    int dimensions = input.length;
    int start = dimension(node, "start_dim", 1, dimensions);
    int end = dimension(node, "end_dim", -1, dimensions);
    if (dimensions == 0 || start > end) {
      return LinearNode.of(input, input, Fan.identity());
    }
    int[] output = new int[dimensions - (end - start)];
    System.arraycopy(input, 0, output, 0, start);
    output[start] = NirArray.count(Arrays.copyOfRange(input, start, end + 1));
    System.arraycopy(input, end + 1, output, start + 1, dimensions - end - 1);
    return LinearNode.of(input, output, Fan.identity());
  }

  private static int dimension(NirNode node, String field, int otherwise, int dimensions) {
    int given = node.has(field) ? node.integers(field, 1, -Math.max(1, dimensions))[0] : otherwise;
    int dimension = given < 0 ? given + dimensions : given;
    // A start behind the last dimension flattens nothing.
    return Math.clamp(
        dimension, 0, Math.max(0, field.equals("end_dim") ? dimensions - 1 : dimensions));
  }
}
