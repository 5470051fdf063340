package dev.glia.datasets.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files in the true format. */
final class IdxFiles {
  private IdxFiles() {}

  /** A file of unsigned bytes; the values count up from 0. */
  static byte[] counting(int... shape) {
    int volume = 1;
    for (int length : shape) {
      volume *= length;
    }
    byte[] values = new byte[volume];
    for (int i = 0; i < volume; i++) {
      values[i] = (byte) i;
    }
    return of(8, shape, values);
  }

  /** Labels 0 to 9 in turn. */
  static byte[] labels(int count) {
    byte[] values = new byte[count];
    for (int i = 0; i < count; i++) {
      values[i] = (byte) (i % 10);
    }
    return of(8, new int[] {count}, values);
  }

  static byte[] of(int type, int[] shape, byte[] values) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
    file.putInt(type << 8 | shape.length);
    for (int length : shape) {
      file.putInt(length);
    }
    return file.put(values).array();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }
}
