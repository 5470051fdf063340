package dev.glia.drivers.neurocorex.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Requests and their replies over a line that may damage, drop, repeat and delay bytes. A request
 * is repeated under its number, which the device doesn't execute twice, until an undamaged reply is
 * here or patience ends. Not safe for use by several threads.
 */
public final class Link {
  /** Bytes that end any frame which a device may be in the middle of. */
  static final int FILL = 2100;

  /** Bytes that end any plain command. */
  static final int LONG_FILL = 9300;

  private static final int ATTEMPTS = 8;

  /** From so many on, the line is bad for frames of this size. */
  private static final int MANY_ATTEMPTS = 3;

  private static final int SMALLEST = 96;
  private static final int QUIET_MILLIS = 20;

  private final Line line;
  private final Traffic traffic;
  private final int patienceMillis;
  private final FrameDecoder decoder = new FrameDecoder(Frame.REPLY);
  private final byte[] buffer = new byte[4096];
  private int number;
  private int payloadBytes = Frame.MAX_PAYLOAD;

  /**
   * A link.
   *
   * @param patienceMillis for a reply, after which the request is sent again
   */
  public Link(Line line, Traffic traffic, int patienceMillis) {
    this.line = line;
    this.traffic = traffic;
    this.patienceMillis = patienceMillis;
  }

  /**
   * Switches the extension on, whatever the device is in the middle of.
   *
   * @return the device's greeting
   * @throws WireException if nothing answers that knows the extension
   */
  public byte[] unlock() throws IOException {
    for (int attempt = 0; attempt < 3; attempt++) {
      if (attempt > 0) {
        traffic.retries.increment();
        fill(LONG_FILL);
      }
      decoder.reset();
      send(Request.key());
      Optional<Frame> reply = await(Request.HELLO, 0);
      if (reply.isPresent() && reply.get().status() == Status.DONE) {
        return reply.get().payload();
      }
      traffic.errors.increment();
    }
    throw new WireException(
        line.name()
            + " doesn't answer the key: there's no device, it isn't powered, or it doesn't know the"
            + " checked frames");
  }

  /**
   * Asks for something, once.
   *
   * @throws WireException if it's refused, or no good reply came however often it was repeated
   */
  public byte[] request(int type, byte[] payload) throws IOException {
    number = number + 1 & 0xFF;
    byte[] request = Frame.request(type, number, payload);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        traffic.retries.increment();
      }
      send(request);
      Optional<Frame> reply = await(type, number);
      if (reply.isPresent() && isFinal(reply.get())) {
        return payloadOf(reply.get());
      }
      traffic.errors.increment();
      if (attempt + 1 >= MANY_ATTEMPTS) {
        payloadBytes = Math.max(SMALLEST, payloadBytes / 2);
      }
      if (reply.isEmpty() || reply.get().status() == Status.UNKNOWN) {
        fill(FILL);
      }
    }
    throw new WireException(
        "%s gave no undamaged reply to request %d of type %d in %d attempts of %d ms"
            .formatted(line.name(), number, type, ATTEMPTS, patienceMillis));
  }

  /** How large payloads should be: fewer bytes where many are damaged. */
  public int payloadBytes() {
    return payloadBytes;
  }

  /** What isn't known may be a length or a type that was damaged: it's asked again. */
  private static boolean isFinal(Frame reply) {
    return reply.status() != Status.WRONG_CRC && reply.status() != Status.UNKNOWN;
  }

  private byte[] payloadOf(Frame reply) throws WireException {
    if (reply.status() != Status.DONE) {
      throw new WireException(
          "%s refuses request %d of type %d: %s"
              .formatted(line.name(), reply.sequence(), reply.type(), Status.text(reply.status())));
    }
    return reply.payload();
  }

  private void send(byte[] bytes) throws IOException {
    line.write(bytes);
    traffic.sent.add(bytes.length);
  }

  /** The reply, or what may be a complaint about it; empty if neither came in time. */
  private Optional<Frame> await(int type, int sequence) throws IOException {
    long end = System.nanoTime() + patienceMillis * 1_000_000L;
    for (long left = patienceMillis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      int count = read((int) left);
      for (int i = 0; i < count; i++) {
        FrameDecoder.Event event = decoder.accept(buffer[i]);
        if (event == FrameDecoder.Event.FRAME && answers(decoder.frame(), type, sequence)) {
          decoder.reset();
          return Optional.of(decoder.frame());
        }
      }
    }
    return Optional.empty();
  }

  /** A request that was damaged may be complained about under any number. */
  private static boolean answers(Frame reply, int type, int sequence) {
    return reply.status() == Status.WRONG_CRC
        || reply.type() == type && reply.sequence() == sequence;
  }

  private int read(int millis) throws IOException {
    int count = line.read(buffer, millis);
    traffic.received.add(count);
    return count;
  }

  /** Gets both ends out of whatever they're in the middle of. */
  private void fill(int bytes) throws IOException {
    byte[] fill = new byte[bytes];
    Arrays.fill(fill, (byte) 0xFF);
    send(fill);
    long end = System.nanoTime() + patienceMillis * 1_000_000L;
    while (read(QUIET_MILLIS) > 0 && System.nanoTime() < end) {
      // What comes now belongs to nothing any more.
    }
    decoder.reset();
  }
}
