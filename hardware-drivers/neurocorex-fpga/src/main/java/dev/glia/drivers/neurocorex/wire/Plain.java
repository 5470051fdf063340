package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.core.Layout;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Commands of the published core, as bytes. */
public final class Plain {
  public static final int INPUT_WEIGHTS = 0x00;
  public static final int RECURRENT_WEIGHTS = 0x10;
  public static final int PARAMETERS = 0x20;
  public static final int STREAM = 0x30;
  public static final int BIAS = 0x40;
  public static final int READ_RECURRENT = 0x50;
  public static final int ENABLE = 0x60;

  /** Bytes that reading the recurrent weights back gives: the last one is missing. */
  public static final int READ_BYTES = Layout.CELLS - 1;

  /** Most steps that one triplet of a stream stands for. */
  public static final int MAX_GAP = 256;

  /** What a device sends when a stream's first step runs. */
  public static final byte STREAM_START = (byte) 0xFF;

  private Plain() {}

  public static byte[] inputWeights(byte[] matrix) {
    return terminated(INPUT_WEIGHTS, matrix, Layout.CELLS);
  }

  public static byte[] recurrentWeights(byte[] matrix) {
    return terminated(RECURRENT_WEIGHTS, matrix, Layout.CELLS);
  }

  /**
   * Which synapses learn.
   *
   * @param bits the recurrent ones', then those from input lines
   */
  public static byte[] enable(byte[] bits) {
    return terminated(ENABLE, bits, 2 * Layout.CELLS / Byte.SIZE);
  }

  private static byte[] terminated(int command, byte[] payload, int size) {
    if (payload.length != size) {
      throw new IllegalArgumentException(
          "command %02x takes %d bytes, given %d".formatted(command, size, payload.length));
    }
    byte[] bytes = new byte[size + 2];
    bytes[0] = (byte) command;
    System.arraycopy(payload, 0, bytes, 1, size);
    return bytes;
  }

  /**
   * Thresholds, refractory steps, leak, learning.
   *
   * @param values four blocks of 96, 24 bits used
   */
  public static byte[] parameters(int[] values) {
    if (values.length != 4 * Layout.SLOTS) {
      throw new IllegalArgumentException(
          "there are %d parameters, given %d".formatted(4 * Layout.SLOTS, values.length));
    }
    byte[] bytes = new byte[1 + 3 * values.length];
    bytes[0] = PARAMETERS;
    for (int i = 0; i < values.length; i++) {
      Words.put(bytes, 1 + 3 * i, values[i], 3);
    }
    return bytes;
  }

  /** Gives one neuron a bias, all others none. */
  public static byte[] bias(int value, int neuron) {
    byte[] bytes = new byte[7];
    bytes[0] = BIAS;
    Words.put(bytes, 1, value, 3);
    Words.put(bytes, 4, neuron, 3);
    return bytes;
  }

  public static byte[] readRecurrent() {
    return new byte[] {READ_RECURRENT, 0};
  }

  /** Where weights that were read back differ from a matrix; -1 if nowhere. */
  public static int firstDifference(byte[] read, byte[] matrix) {
    return Arrays.mismatch(read, 0, READ_BYTES, matrix, 0, READ_BYTES);
  }

  /** The bytes of one stream, which opens with its command. */
  public static final class Stream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Stream() {
      bytes.write(STREAM);
    }

    /** Continues a stream that's open, without its command. */
    public static Stream continued() {
      Stream stream = new Stream();
      stream.bytes.reset();
      return stream;
    }

    /**
     * An event, {@code steps} after the one before, 1 or more.
     *
     * @param column of the input line
     */
    public Stream event(int steps, int column) {
      int idle = steps - 1;
      while (idle >= MAX_GAP) {
        triplet(MAX_GAP - 1, 0);
        idle -= MAX_GAP;
      }
      triplet(idle, column);
      return this;
    }

    /** Steps without an event. */
    public Stream idle(int steps) {
      return steps == 0 ? this : event(steps, 0);
    }

    private void triplet(int gap, int address) {
      bytes.write(gap);
      bytes.write(address);
      bytes.write(address >> Byte.SIZE);
    }

    /** The end of the stream, which resets membranes. */
    public Stream end() {
      triplet(0xFF, 0xFFFF);
      return this;
    }

    public byte[] toBytes() {
      return bytes.toByteArray();
    }
  }
}
