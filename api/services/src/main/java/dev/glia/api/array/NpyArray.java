package dev.glia.api.array;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An array of numbers in NumPy's file format ({@code .npy}, versions 1 and 2): what {@code
 * numpy.save} writes and {@code numpy.load} reads. Immutable by agreement: the arrays belong to it.
 *
 * @param shape sides; empty for a single number
 * @param values in C order, as many as the shape says
 */
public record NpyArray(int[] shape, double[] values) {
  /** Most numbers that a file may hold. */
  public static final int MOST_ITEMS = 1 << 28;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int LONGEST_HEADER = 10_000;
  private static final int BLOCK = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([fiub])([1248])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");

  public NpyArray {
    long items = 1;
    for (int side : shape) {
      items *= side;
    }
    if (items != values.length) {
      throw new IllegalArgumentException(
          values.length + " numbers aren't an array of " + Arrays.toString(shape));
    }
  }

  /**
   * Reads a file.
   *
   * @throws Fault INPUT if there's no such file or it isn't such an array of finite numbers,
   *     EXTERNAL if it can't be read; the message names the file
   */
  public static NpyArray read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, Files.size(file), file.toString());
    } catch (NoSuchFileException missing) {
      throw Fault.input("there's no file '" + file + "'.");
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, "can't read '" + file + "': " + failed, failed);
    }
  }

  /**
   * Reads an array.
   *
   * @param length bytes that the stream holds
   * @param file for messages
   */
  public static NpyArray read(InputStream in, long length, String file) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw Fault.input("'" + file + "' isn't a NumPy array. Write it with numpy.save.");
    }
    int wide = start[MAGIC.length] == 1 ? 2 : 4;
    byte[] size = in.readNBytes(wide);
    long headerLength = 0;
    for (int i = 0; i < size.length; i++) {
      headerLength |= (size[i] & 0xFFL) << (8 * i);
    }
    if (size.length < wide || headerLength > LONGEST_HEADER) {
      throw broken(file, "its header is cut off or too long");
    }
    byte[] header = in.readNBytes((int) headerLength);
    String text = new String(header, StandardCharsets.ISO_8859_1);
    Matcher type = TYPE.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!type.find() || !order.find() || !shape.find()) {
      throw broken(file, "it doesn't hold plain numbers");
    }
    int[] sides = sides(shape.group(1), file);
    long items = 1;
    for (int side : sides) {
      items = items * side; // sides() keeps every partial product small
    }
    if (order.group(1).equals("True") && sides.length > 1) {
      throw Fault.input(
          "'" + file + "' is in Fortran order. Write it with numpy.ascontiguousarray.");
    }
    int bytes = Integer.parseInt(type.group(3));
    if (items * bytes > length) {
      throw broken(file, "it ends before its " + items + " numbers");
    }
    ByteOrder endian = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyArray(
        sides, numbers(in, (int) items, type.group(2).charAt(0), bytes, endian, file));
  }

  private static int[] sides(String text, String file) {
    String[] parts = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
    int[] sides = new int[parts.length];
    long items = 1;
    for (int i = 0; i < parts.length; i++) {
      boolean number = parts[i].matches("[0-9]{1,9}");
      sides[i] = number ? Integer.parseInt(parts[i]) : -1;
      items *= sides[i];
      if (!number || items > MOST_ITEMS || parts.length > 32) {
        throw broken(file, "its shape (" + text.strip() + ") is too large");
      }
    }
    return sides;
  }

  private static double[] numbers(
      InputStream in, int items, char kind, int bytes, ByteOrder endian, String file)
      throws IOException {
    double[] values = new double[items];
    for (int from = 0; from < items; from += BLOCK) {
      int count = Math.min(BLOCK, items - from);
      byte[] block = in.readNBytes(count * bytes);
      if (block.length < count * bytes) {
        throw broken(file, "it ends before its " + items + " numbers");
      }
      ByteBuffer buffer = ByteBuffer.wrap(block).order(endian);
      for (int i = 0; i < count; i++) {
        values[from + i] = number(buffer, kind, bytes, file);
        if (!Double.isFinite(values[from + i])) {
          throw broken(file, "number " + (from + i) + " isn't finite");
        }
      }
    }
    return values;
  }

  private static double number(ByteBuffer from, char kind, int bytes, String file) {
    return switch ("" + kind + bytes) {
      case "f4" -> from.getFloat();
      case "f8" -> from.getDouble();
      case "i1" -> from.get();
      case "i2" -> from.getShort();
      case "i4" -> from.getInt();
      case "i8" -> from.getLong();
      case "u1", "b1" -> from.get() & 0xFF;
      case "u2" -> from.getShort() & 0xFFFF;
      case "u4" -> from.getInt() & 0xFFFF_FFFFL;
      case "u8" -> {
        long word = from.getLong();
        yield word >= 0 ? word : (word >>> 1) * 2.0;
      }
      default -> throw broken(file, "numbers of " + bytes + " bytes aren't supported here");
    };
  }

  private static Fault broken(String file, String how) {
    return Fault.input("'" + file + "' isn't an array that can be used: " + how + ".");
  }

  /**
   * A file of float64.
   *
   * @param values at least as many as the shape says; what is beyond isn't written
   * @throws IllegalArgumentException if there are fewer
   */
  public static byte[] bytes(double[] values, int... shape) {
    int items = items(values.length, shape);
    ByteBuffer bytes = start("<f8", Double.BYTES, items, shape);
    bytes.asDoubleBuffer().put(values, 0, items);
    return bytes.array();
  }

  /** A file of float32, under the same terms. */
  public static byte[] bytes(float[] values, int... shape) {
    int items = items(values.length, shape);
    ByteBuffer bytes = start("<f4", Float.BYTES, items, shape);
    bytes.asFloatBuffer().put(values, 0, items);
    return bytes.array();
  }

  /** A file of int64, under the same terms. */
  public static byte[] bytes(long[] values, int... shape) {
    int items = items(values.length, shape);
    ByteBuffer bytes = start("<i8", Long.BYTES, items, shape);
    bytes.asLongBuffer().put(values, 0, items);
    return bytes.array();
  }

  /** A file of int32, under the same terms. */
  public static byte[] bytes(int[] values, int... shape) {
    int items = items(values.length, shape);
    ByteBuffer bytes = start("<i4", Integer.BYTES, items, shape);
    bytes.asIntBuffer().put(values, 0, items);
    return bytes.array();
  }

  private static int items(int length, int[] shape) {
    long items = 1;
    for (int side : shape) {
      items = Math.multiplyExact(items, side);
    }
    if (items < 0 || items > length) {
      throw new IllegalArgumentException(
          length + " numbers are too few for an array of " + Arrays.toString(shape));
    }
    return (int) items;
  }

  private static ByteBuffer start(String type, int itemBytes, int items, int[] shape) {
    byte[] header = header(type, shape);
    long size = MAGIC.length + 4L + header.length + (long) items * itemBytes;
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length).put(header);
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
    while ((MAGIC.length + 4 + text.length() + 1) % ALIGNMENT != 0) {
      text.append(' ');
    }
    return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }
}
