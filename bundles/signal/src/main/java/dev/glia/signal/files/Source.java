package dev.glia.signal.files;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** The bytes of a file that can be read at any place. Safe for any thread. */
interface Source extends AutoCloseable {
  /** For messages. */
  String name();

  long size();

  /** Fills an array from a place on; both must lie within. */
  void read(long at, byte[] into, int count);

  @Override
  void close();

  default byte[] read(long at, int count) {
    byte[] bytes = new byte[count];
    read(at, bytes, count);
    return bytes;
  }

  /** What's wrong, and where. */
  default Fault broken(long at, String what) {
    return Fault.input(name() + ": byte " + at + ": " + what + ".");
  }

  /**
   * Opens a file.
   *
   * @throws Fault INPUT if it isn't there
   */
  static Source of(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw Fault.input(file + ": there's no such file.");
      }
      return new OnDisk(file.toString(), FileChannel.open(file));
    } catch (NoSuchFileException missing) {
      throw Fault.input(file + ": there's no such file.");
    } catch (IOException failed) {
      throw OnDisk.unreadable(file.toString(), failed);
    }
  }

  /** Bytes in memory. */
  static Source of(String name, byte[] bytes) {
    return new InMemory(name, bytes);
  }

  /** Bytes in memory. */
  record InMemory(String name, byte[] bytes) implements Source {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void read(long at, byte[] into, int count) {
      Objects.checkFromIndexSize(at, count, (long) bytes.length);
      System.arraycopy(bytes, (int) at, into, 0, count);
    }

    @Override
    public void close() {}
  }

  /** A file of the disk. */
  record OnDisk(String name, FileChannel channel) implements Source {
    @Override
    public long size() {
      try {
        return channel.size();
      } catch (IOException failed) {
        throw unreadable(name, failed);
      }
    }

    @Override
    public void read(long at, byte[] into, int count) {
      ByteBuffer buffer = ByteBuffer.wrap(into, 0, count);
      try {
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, at + buffer.position()) < 0) {
            throw broken(at + buffer.position(), "the file became shorter while it was read");
          }
        }
      } catch (IOException failed) {
        throw unreadable(name, failed);
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException failed) {
        throw unreadable(name, failed);
      }
    }

    private static Fault unreadable(String name, IOException failed) {
      return new Fault(Fault.Kind.EXTERNAL, name + ": can't be read: " + failed, failed);
    }
  }
}
