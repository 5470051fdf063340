package dev.glia.drivers.neurocorex.wire;

import java.io.Closeable;
import java.io.IOException;

/** Bytes to and from a device. One thread at a time, but any may close it. */
public interface Line extends Closeable {
  /** For people: {@code /dev/ttyUSB1}. */
  String name();

  /**
   * Sends bytes.
   *
   * @throws IOException if the line is broken, or doesn't take them within a second
   */
  void write(byte[] bytes) throws IOException;

  /**
   * Reads what's there, after waiting for the first byte.
   *
   * @param timeoutMillis 0 to take only what's there already
   * @return how many bytes; 0 if none came in time
   * @throws IOException if the line is broken
   */
  int read(byte[] buffer, int timeoutMillis) throws IOException;

  /** Closes it; a call that's inside then fails. Closing again has no effect. */
  @Override
  void close();
}
