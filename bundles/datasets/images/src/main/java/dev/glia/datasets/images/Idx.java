package dev.glia.datasets.images;

import java.nio.file.Path;

/**
 * The content of an IDX file of unsigned bytes.
 *
 * @param file where it was read from, for messages
 * @param shape length of each dimension, the slowest first
 * @param bytes row-major; as many as the shape says
 */
record Idx(Path file, int[] shape, byte[] bytes) {
  /** Bytes before the first value: magic number and dimensions. */
  int header() {
    return 4 + 4 * shape.length;
  }

  int entries() {
    return shape[0];
  }
}
