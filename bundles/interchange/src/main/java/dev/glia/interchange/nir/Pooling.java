package dev.glia.interchange.nir;

import java.util.Arrays;

/** Sums and means over windows of an image; the mean counts the padding, as PyTorch's does. */
final class Pooling {
  private Pooling() {}

  static LinearNode read(NirNode node, int[] input) {
    if (input.length != 3) {
      throw node.fault(
          "takes channels, rows and columns, its input has the shape " + Arrays.toString(input));
    }
    int[] kernel = node.integers("kernel_size", 2, 1);
    int[] stride = node.has("stride") ? node.integers("stride", 2, 1) : kernel;
    int[] padding = node.has("padding") ? node.integers("padding", 2, 0) : new int[2];
    int[] output = {input[0], 0, 0};
    for (int i = 0; i < 2; i++) {
      long room = input[1 + i] + 2L * padding[i] - kernel[i];
      if (room < 0 || room / stride[i] >= 1 << 22) {
        throw node.fault(
            "its window doesn't fit into its input of shape " + Arrays.toString(input));
      }
      output[1 + i] = (int) (room / stride[i]) + 1;
    }
    if ((long) output[0] * output[1] * output[2] > 1 << 22) {
      throw node.fault("its output of shape " + Arrays.toString(output) + " is too large");
    }
    double weight = node.type().equals("AvgPool2d") ? 1.0 / ((double) kernel[0] * kernel[1]) : 1;
    Fan fan =
        (at, sink) -> {
          int[] rows = windows(at / input[2] % input[1] + padding[0], kernel[0], stride[0]);
          int[] columns = windows(at % input[2] + padding[1], kernel[1], stride[1]);
          int channel = at / input[2] / input[1];
          for (int y = rows[0]; y <= Math.min(rows[1], output[1] - 1); y++) {
            for (int x = columns[0]; x <= Math.min(columns[1], output[2] - 1); x++) {
              sink.accept((channel * output[1] + y) * output[2] + x, weight, 0);
            }
          }
        };
    return LinearNode.of(input, output, fan);
  }

  /** First and last window over a place. */
  private static int[] windows(int at, int kernel, int stride) {
    int first = at < kernel ? 0 : (at - kernel) / stride + 1;
    return new int[] {first, at / stride};
  }
}
