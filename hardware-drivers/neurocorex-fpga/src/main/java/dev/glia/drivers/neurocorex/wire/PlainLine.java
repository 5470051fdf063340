package dev.glia.drivers.neurocorex.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Bytes to and from a core whose commands have no answers: counted, and waited for in time. */
final class PlainLine {
  private static final int QUIET_MILLIS = 20;

  private final Line line;
  private final Traffic traffic;
  private final int patienceMillis;
  private final byte[] buffer = new byte[4096];

  PlainLine(Line line, Traffic traffic, int patienceMillis) {
    this.line = line;
    this.traffic = traffic;
    this.patienceMillis = patienceMillis;
  }

  String name() {
    return line.name();
  }

  void send(byte[] bytes) throws IOException {
    line.write(bytes);
    traffic.sent.add(bytes.length);
  }

  /** Whether something comes within this time; what has come is lost. */
  boolean answers(int millis) throws IOException {
    return read(Math.min(patienceMillis, millis)) > 0;
  }

  private int read(int millis) throws IOException {
    int count = line.read(buffer, millis);
    traffic.received.add(count);
    return count;
  }

  /** So many bytes, or fewer if the next one doesn't come in time. */
  byte[] upTo(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(count);
    byte[] part = new byte[Math.min(count, buffer.length)];
    while (bytes.size() < count) {
      int wanted = Math.min(part.length, count - bytes.size());
      byte[] target = wanted == part.length ? part : new byte[wanted];
      int size = line.read(target, patienceMillis);
      if (size == 0) {
        break;
      }
      traffic.received.add(size);
      bytes.write(target, 0, size);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads until nothing comes any more.
   *
   * @return how many bytes
   * @throws WireException if it goes on sending
   */
  int drain() throws IOException {
    long end = System.nanoTime() + 2 * patienceMillis * 1_000_000L;
    int total = 0;
    for (int count = read(QUIET_MILLIS); count > 0; count = read(QUIET_MILLIS)) {
      total += count;
      if (System.nanoTime() > end) {
        throw new WireException(line.name() + " doesn't fall silent: it isn't a published core");
      }
    }
    return total;
  }

  void requireSilence(String what) throws IOException {
    if (read(QUIET_MILLIS) > 0) {
      throw new WireException(
          "%s sends more than its %s: bytes were added on the line, or it isn't a published core"
              .formatted(line.name(), what));
    }
  }

  /** How many bytes have come that nobody waits for. */
  int unasked() throws IOException {
    return read(0);
  }
}
