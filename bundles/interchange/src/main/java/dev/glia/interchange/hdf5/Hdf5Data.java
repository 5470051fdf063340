package dev.glia.interchange.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a data set or attribute of an {@link Hdf5File} holds. Immutable by agreement.
 *
 * <p>An empty shape is a single value. Values are in C order.
 */
public sealed interface Hdf5Data {
  int[] shape();

  /** Numbers: {@code type} says of which kind the little-endian {@code bytes} are. */
  record Numbers(int[] shape, NumberType type, byte[] bytes) implements Hdf5Data {}

  /** Texts of variable length, in UTF-8. */
  record Texts(int[] shape, List<String> texts) implements Hdf5Data {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /** Points at a group or data set of the same file. */
  record Reference(Hdf5Item to) implements Hdf5Data {
    public Reference {
      Objects.requireNonNull(to);
    }

    @Override
    public int[] shape() {
      return new int[0];
    }
  }

  /** The kinds of numbers that are written. */
  enum NumberType {
    INT64(8),
    UINT64(8),
    FLOAT32(4),
    FLOAT64(8);

    final int size;

    NumberType(int size) {
      this.size = size;
    }
  }

  static Hdf5Data text(String text) {
    return new Texts(new int[0], List.of(text));
  }

  static Hdf5Data texts(List<String> texts, int... shape) {
    return new Texts(shape, texts);
  }

  static Hdf5Data of(double[] values, int... shape) {
    ByteBuffer bytes = buffer(values.length, NumberType.FLOAT64, shape);
    bytes.asDoubleBuffer().put(values);
    return new Numbers(shape, NumberType.FLOAT64, bytes.array());
  }

  static Hdf5Data of(float[] values, int... shape) {
    ByteBuffer bytes = buffer(values.length, NumberType.FLOAT32, shape);
    bytes.asFloatBuffer().put(values);
    return new Numbers(shape, NumberType.FLOAT32, bytes.array());
  }

  static Hdf5Data of(long[] values, int... shape) {
    ByteBuffer bytes = buffer(values.length, NumberType.INT64, shape);
    bytes.asLongBuffer().put(values);
    return new Numbers(shape, NumberType.INT64, bytes.array());
  }

  /** Whole numbers from 0. */
  static Hdf5Data unsigned(long[] values, int... shape) {
    ByteBuffer bytes = buffer(values.length, NumberType.UINT64, shape);
    bytes.asLongBuffer().put(values);
    return new Numbers(shape, NumberType.UINT64, bytes.array());
  }

  private static ByteBuffer buffer(int length, NumberType type, int[] shape) {
    if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != length) {
      throw new IllegalArgumentException(length + " values of shape " + Arrays.toString(shape));
    }
    return ByteBuffer.allocate(Math.multiplyExact(length, type.size))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes of a text in the file. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
