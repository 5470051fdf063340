package dev.glia.platform.runner.results;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Arrays in NumPy's file format, version 1.0: {@code numpy.load} reads them. Little-endian, C
 * order.
 */
final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private NpyFile() {}

  /** An array of float32; the product of the shape is at most the number of values. */
  static byte[] of(float[] values, int... shape) {
    int count = count(shape);
    ByteBuffer bytes = start("<f4", Float.BYTES, shape);
    bytes.asFloatBuffer().put(values, 0, count);
    return bytes.array();
  }

  /** An array of int64. */
  static byte[] of(long[] values, int... shape) {
    ByteBuffer bytes = start("<i8", Long.BYTES, shape);
    bytes.asLongBuffer().put(values, 0, count(shape));
    return bytes.array();
  }

  /** An array of int32. */
  static byte[] of(int[] values, int... shape) {
    ByteBuffer bytes = start("<i4", Integer.BYTES, shape);
    bytes.asIntBuffer().put(values, 0, count(shape));
    return bytes.array();
  }

  private static ByteBuffer start(String type, int itemBytes, int[] shape) {
    byte[] header = header(type, shape);
    long length = MAGIC.length + 2L + header.length + (long) count(shape) * itemBytes;
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) header.length).put(header);
    return bytes;
  }

  /** A Python dictionary, padded so that the data begin at a multiple of 64 bytes. */
  private static byte[] header(String type, int[] shape) {
    StringBuilder text =
        new StringBuilder("{'descr': '" + type + "', 'fortran_order': False, 'shape': (");
    for (int i = 0; i < shape.length; i++) {
      text.append(shape[i]).append(i < shape.length - 1 ? ", " : shape.length == 1 ? "," : "");
    }
    text.append("), }");
    while ((MAGIC.length + 2 + text.length() + 1) % ALIGNMENT != 0) {
      text.append(' ');
    }
    return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static int count(int[] shape) {
    int count = 1;
    for (int side : shape) {
      count = Math.multiplyExact(count, side);
    }
    return count;
  }
}
