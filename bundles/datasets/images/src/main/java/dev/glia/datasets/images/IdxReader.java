package dev.glia.datasets.images;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataProgress;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * Reads IDX files of unsigned bytes, plain or compressed with gzip.
 *
 * <p>The format (LeCun): two zero bytes, a type (8: unsigned byte), the number of dimensions, their
 * lengths as big-endian 32-bit numbers, then the values. Nothing that a file says is believed
 * before its bytes are there: memory grows with what is read, and reading stops at what the header
 * declares.
 */
final class IdxReader {
  private static final int UNSIGNED_BYTE = 8;
  private static final long MOST_BYTES = 1L << 27;
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final String name;
  private final DataProgress progress;
  private long offset; // in the uncompressed content

  private IdxReader(Path file, DataProgress progress) {
    this.file = file;
    this.name = file.getFileName().toString();
    this.progress = progress;
  }

  /**
   * Reads a file.
   *
   * @param dimensions how many the content must have: 3 for images, 1 for labels
   * @throws Fault naming file and offset if it isn't such a file
   */
  static Idx read(Path file, int dimensions, DataProgress progress) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file, dimensions, progress);
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, "can't read " + file + ": " + failed, failed);
    }
  }

  /** Reads the content of a file, whose name is for messages only. */
  static Idx read(InputStream raw, Path file, int dimensions, DataProgress progress)
      throws IOException {
    return new IdxReader(file, progress).read(raw, dimensions);
  }

  private Idx read(InputStream raw, int dimensions) throws IOException {
    try {
      InputStream in = Gzip.unpacked(raw);
      int[] shape = header(in, dimensions);
      byte[] bytes = values(in, volume(shape));
      if (in.read() >= 0) {
        throw bad(offset, "more bytes than the " + describe(shape) + " that the header declares");
      }
      return new Idx(file, shape, bytes);
    } catch (EOFException cut) {
      throw bad(offset, "the compressed data ends too early");
    } catch (ZipException damaged) {
      throw bad(offset, "the compressed data is damaged: " + damaged.getMessage());
    }
  }

  private int[] header(InputStream in, int dimensions) throws IOException {
    int magic = number(in, "the magic number");
    if (magic >>> 16 != 0) {
      throw bad(0, "not an IDX file: it starts with " + hexadecimal(magic) + ", not with 0x0000");
    }
    int type = magic >>> 8 & 0xFF;
    if (type != UNSIGNED_BYTE) {
      throw bad(2, "values of type " + type + ", expected unsigned bytes, type 8");
    }
    if ((magic & 0xFF) != dimensions) {
      throw bad(
          3, (magic & 0xFF) + " dimensions, expected " + dimensions + " as " + what(dimensions));
    }
    int[] shape = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shape[i] = number(in, "the length of dimension " + (i + 1));
      if (shape[i] <= 0) {
        throw bad(offset - 4, "dimension " + (i + 1) + " has length " + (shape[i] & 0xFFFFFFFFL));
      }
    }
    return shape;
  }

  private static String what(int dimensions) {
    return dimensions == 1 ? "labels have" : "images have";
  }

  /** Number of values, if that's a number that we'd read. */
  private int volume(int[] shape) {
    long volume = 1;
    for (int length : shape) {
      volume *= length; // numbers below 2^27 and 2^31: no overflow before the check
      if (volume > MOST_BYTES) {
        throw bad(4, "the header declares " + describe(shape) + ", more than 128 MiB");
      }
    }
    return (int) volume;
  }

  private byte[] values(InputStream in, int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(count, CHUNK));
    while (bytes.size() < count) {
      byte[] chunk = in.readNBytes(Math.min(CHUNK, count - bytes.size()));
      if (chunk.length == 0) {
        throw bad(offset, "the file ends here; " + (count - bytes.size()) + " bytes are missing");
      }
      bytes.writeBytes(chunk);
      offset += chunk.length;
      progress.bytes("reading " + name, bytes.size(), count);
    }
    return bytes.toByteArray();
  }

  private int number(InputStream in, String what) throws IOException {
    byte[] four = in.readNBytes(4);
    if (four.length < 4) {
      throw bad(offset + four.length, "the file ends within " + what);
    }
    offset += 4;
    return (four[0] & 0xFF) << 24 | (four[1] & 0xFF) << 16 | (four[2] & 0xFF) << 8 | four[3] & 0xFF;
  }

  private Fault bad(long at, String what) {
    return Fault.input(
        file + ": at byte " + at + ": " + what + ". Replace the file, or delete it to fetch it.");
  }

  private static String hexadecimal(int magic) {
    return String.format("0x%04x", magic >>> 16);
  }

  private static String describe(int[] shape) {
    StringBuilder text = new StringBuilder();
    for (int length : shape) {
      text.append(text.isEmpty() ? "" : " × ").append(length);
    }
    return text.append(" values").toString();
  }
}
