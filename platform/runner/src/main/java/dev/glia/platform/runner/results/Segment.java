package dev.glia.platform.runner.results;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of fixed-size records that is only appended to while a run goes on; a checkpoint remembers
 * its length, and resuming cuts it there. Little-endian. One thread.
 */
final class Segment implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  // Not a channel: an interrupt would close that, and cancels runs here.
  private final RandomAccessFile disk;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long length;

  /** Opens a segment and cuts it to a length. */
  Segment(Path file, long length) {
    this.file = file;
    try {
      disk = new RandomAccessFile(file.toFile(), "rw");
      long there = disk.length();
      if (there < length) {
        disk.close();
        throw Fault.input(
            file.getFileName()
                + " has "
                + there
                + " bytes, the checkpoint needs "
                + length
                + ": the run's directory is damaged. Try running the experiment anew.");
      }
      disk.setLength(length);
      disk.seek(length);
      this.length = length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Room for a record of at most 64 KiB; what is put is appended. */
  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      drain();
    }
    length += bytes;
    return buffer;
  }

  void putSpike(long tick, int neuron) {
    room(Long.BYTES + Integer.BYTES).putLong(tick).putInt(neuron);
  }

  void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void putFloat(float value) {
    room(Float.BYTES).putFloat(value);
  }

  long length() {
    return length;
  }

  private void drain() {
    try {
      disk.write(buffer.array(), 0, buffer.position());
    } catch (IOException e) {
      throw full(e);
    }
    buffer.clear();
  }

  private Fault full(IOException e) {
    return new Fault(
        Fault.Kind.EXTERNAL, file + " can't be written: " + e + ". Is the disk full?", e);
  }

  /** Brings everything that was put to the disk. */
  void force() {
    drain();
    try {
      disk.getFD().sync();
    } catch (IOException e) {
      throw full(e);
    }
  }

  /** The whole content, in little-endian order. */
  ByteBuffer content() {
    drain();
    try {
      return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OutOfMemoryError e) {
      throw new Fault(
          Fault.Kind.INPUT,
          file.getFileName()
              + " with "
              + length
              + " bytes is too large to analyze. Try recording"
              + " fewer neurons, or a larger heap (-Xmx).",
          e);
    }
  }

  @Override
  public void close() {
    try {
      disk.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
