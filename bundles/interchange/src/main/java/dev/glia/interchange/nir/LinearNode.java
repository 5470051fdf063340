package dev.glia.interchange.nir;

import java.util.Optional;

/**
 * A node that is linear in its input, with all sizes known.
 *
 * @param input shape that it takes
 * @param output shape that it gives
 * @param bias of each output; absent if there's none
 */
record LinearNode(int[] input, int[] output, Fan fan, Optional<double[]> bias) {
  static LinearNode of(int[] input, int[] output, Fan fan) {
    return new LinearNode(input, output, fan, Optional.empty());
  }
}
