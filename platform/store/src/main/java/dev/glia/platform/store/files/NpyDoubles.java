package dev.glia.platform.store.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A matrix of float64 in NumPy's file format, version 1.0: {@code numpy.load} reads it. */
final class NpyDoubles {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private NpyDoubles() {}

  /** Rows of equal length, in C order. */
  static byte[] of(double[]... rows) {
    String shape = "(" + rows.length + ", " + rows[0].length + ")";
    StringBuilder header =
        new StringBuilder("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }");
    while ((MAGIC.length + 2 + header.length() + 1) % ALIGNMENT != 0) {
      header.append(' ');
    }
    byte[] text = header.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    int length = MAGIC.length + 2 + text.length + rows.length * rows[0].length * Double.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) text.length).put(text);
    for (double[] row : rows) {
      for (double value : row) {
        bytes.putDouble(value);
      }
    }
    return bytes.array();
  }
}
