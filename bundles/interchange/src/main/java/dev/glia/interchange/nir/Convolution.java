package dev.glia.interchange.nir;

import java.util.Arrays;
import java.util.Optional;

/**
 * Convolutions in one or two dimensions, as PyTorch has them; one dimension is two with a height of
 * one.
 */
final class Convolution {
  private final NirNode node;
  private final double[] weight;
  private final int[] sides; // of weight: outputs, inputs of a group, height, width
  private final int groups;
  private final int[] stride;
  private final int[] padding;
  private final int[] dilation;
  private final int[] input; // channels, height, width
  private final int[] output;

  private Convolution(NirNode node, NirArray weight, int[] input) {
    boolean flat = node.type().equals("Conv1d");
    this.node = node;
    this.weight = weight.values();
    this.sides =
        flat
            ? new int[] {weight.shape()[0], weight.shape()[1], 1, weight.shape()[2]}
            : weight.shape();
    this.input = flat ? new int[] {input[0], 1, input[1]} : input;
    groups = node.has("groups") ? node.integers("groups", 1, 1)[0] : 1;
    stride = pair("stride", 1, 1, flat);
    dilation = pair("dilation", 1, 1, flat);
    if (Arrays.stream(sides).anyMatch(side -> side < 1)) {
      throw node.fault("weight", "is empty");
    }
    if (sides[0] % groups != 0 || (long) sides[1] * groups != input[0]) {
      throw node.fault(
          "takes "
              + (long) sides[1] * groups
              + " channels in "
              + groups
              + " groups, its input has the shape "
              + Arrays.toString(input));
    }
    Optional<String> named = node.text("padding");
    padding = named.isPresent() ? padding(named.get()) : pair("padding", 0, 0, flat);
    output =
        new int[] {
          sides[0],
          length(0, named.equals(Optional.of("same"))),
          length(1, named.equals(Optional.of("same")))
        };
  }

  /** The node; absent as long as the size of its input isn't known. */
  static Optional<LinearNode> read(NirNode node, Optional<int[]> input) {
    int dimensions = node.type().equals("Conv1d") ? 1 : 2;
    NirArray weight = node.array("weight", dimensions + 2);
    int groups = node.has("groups") ? node.integers("groups", 1, 1)[0] : 1;
    Optional<int[]> shape =
        input.or(
            () ->
                node.shape("input_shape")
                    .map(
                        inner -> {
                          int[] full = new int[inner.length + 1];
                          full[0] = (int) Math.min((long) weight.shape()[1] * groups, 1 << 22);
                          System.arraycopy(inner, 0, full, 1, inner.length);
                          return full;
                        }));
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    if (shape.get().length != dimensions + 1) {
      throw node.fault(
          "takes channels and "
              + dimensions
              + " dimensions, its input has the shape "
              + Arrays.toString(shape.get()));
    }
    return Optional.of(new Convolution(node, weight, shape.get()).linear(shape.get()));
  }

  private int[] pair(String field, int otherwise, int least, boolean flat) {
    if (!node.has(field)) {
      return new int[] {otherwise, otherwise};
    }
    if (flat) {
      return new int[] {otherwise, node.integers(field, 1, least)[0]};
    }
    return node.integers(field, 2, least);
  }

  /** Rows above and columns left of the input; {@code same} has one more below and right. */
  private int[] padding(String named) {
    return switch (named) {
      case "valid" -> new int[2];
      case "same" -> {
        if (stride[0] != 1 || stride[1] != 1) {
          throw node.fault("padding", "'same' needs a stride of 1");
        }
        yield new int[] {dilation[0] * (sides[2] - 1) / 2, dilation[1] * (sides[3] - 1) / 2};
      }
      default -> throw node.fault("padding", "is '" + named + "', expected same or valid");
    };
  }

  private int length(int dimension, boolean same) {
    if (same) {
      return input[1 + dimension];
    }
    long covered = (long) dilation[dimension] * (sides[2 + dimension] - 1) + 1;
    long room = input[1 + dimension] + 2L * padding[dimension] - covered;
    if (room < 0 || room / stride[dimension] >= 1 << 22) {
      throw node.fault("its kernel doesn't fit into its input of shape " + Arrays.toString(input));
    }
    return (int) (room / stride[dimension]) + 1;
  }

  private LinearNode linear(int[] given) {
    int[] shape = node.type().equals("Conv1d") ? new int[] {output[0], output[2]} : output.clone();
    if ((long) output[0] * output[1] * output[2] > 1 << 22) {
      throw node.fault("its output of shape " + Arrays.toString(shape) + " is too large");
    }
    return new LinearNode(
        given, shape, this::fan, node.has("bias") ? Optional.of(bias()) : Optional.empty());
  }

  private double[] bias() {
    double[] each = LinearNodes.bias(node, sides[0]);
    double[] bias = new double[output[0] * output[1] * output[2]];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = each[i / (output[1] * output[2])];
    }
    return bias;
  }

  private void fan(int at, Fan.Sink sink) {
    int x = at % input[2];
    int y = at / input[2] % input[1];
    int channel = at / input[2] / input[1];
    int group = channel / sides[1];
    int within = channel % sides[1];
    int outputsOfGroup = sides[0] / groups;
    for (int ky = 0; ky < sides[2]; ky++) {
      int row = position(y, ky, 0);
      for (int kx = 0; row >= 0 && kx < sides[3]; kx++) {
        int column = position(x, kx, 1);
        for (int o = 0; column >= 0 && o < outputsOfGroup; o++) {
          int out = group * outputsOfGroup + o;
          double value = weight[((out * sides[1] + within) * sides[2] + ky) * sides[3] + kx];
          if (value != 0) {
            sink.accept((out * output[1] + row) * output[2] + column, value, 0);
          }
        }
      }
    }
  }

  /** Where an input is seen through a place of the kernel; -1 if nowhere. */
  private int position(int at, int kernel, int dimension) {
    int shifted = at + padding[dimension] - kernel * dilation[dimension];
    int position = Math.floorDiv(shifted, stride[dimension]);
    boolean seen =
        Math.floorMod(shifted, stride[dimension]) == 0
            && position >= 0
            && position < output[1 + dimension];
    return seen ? position : -1;
  }
}
