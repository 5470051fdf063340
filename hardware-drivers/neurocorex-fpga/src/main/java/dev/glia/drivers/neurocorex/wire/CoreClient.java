package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;

/** A core at the other end of a line: its memories and its steps. One thread at a time. */
public final class CoreClient {
  private final Line line;
  private final Link link;
  private final byte[] nonce = new byte[4];

  /** Of the last request. */
  private byte[] reply = {};

  private CoreClient(Line line, Link link) {
    this.line = line;
    this.link = link;
  }

  /**
   * Greets the core on a line.
   *
   * @throws WireException if there's none, or one of another size or version
   */
  public static CoreClient open(Line line, Traffic traffic, int patienceMillis) throws IOException {
    Link link = new Link(line, traffic, patienceMillis);
    CoreClient client = new CoreClient(line, link);
    client.checkGreeting(link.unlock());
    new SecureRandom().nextBytes(client.nonce);
    client.checkGreeting(link.request(Request.HELLO, client.nonce));
    return client;
  }

  private void checkGreeting(byte[] greeting) throws WireException {
    if (greeting.length != 12
        || greeting[4] != 1
        || greeting[6] != Layout.SLOTS
        || greeting[7] != Layout.NEURONS) {
      throw new WireException(
          "%s answers, but not as a core of version 1 with 96 slots and 90 neurons: %s"
              .formatted(line.name(), Arrays.toString(greeting)));
    }
  }

  public void write(Region region, int at, byte[] bytes) throws IOException {
    int from = 0;
    while (from < bytes.length) {
      int size = Math.min(link.payloadBytes() - 3, bytes.length - from);
      byte[] payload = new byte[3 + size];
      payload[0] = (byte) region.ordinal();
      Words.put(payload, 1, at + from, 2);
      System.arraycopy(bytes, from, payload, 3, size);
      if (isDone(Request.WRITE, payload)) {
        from += size;
      }
    }
  }

  public byte[] read(Region region, int at, int count) throws IOException {
    byte[] bytes = new byte[count];
    int from = 0;
    while (from < count) {
      int size = Math.min(link.payloadBytes(), count - from);
      byte[] payload = new byte[5];
      payload[0] = (byte) region.ordinal();
      Words.put(payload, 1, at + from, 2);
      Words.put(payload, 3, size, 2);
      if (isDone(Request.READ, payload)) {
        if (reply.length != size) {
          throw new WireException(
              "%s sends %d bytes of %s where %d were asked for"
                  .formatted(line.name(), reply.length, region, size));
        }
        System.arraycopy(reply, 0, bytes, from, size);
        from += size;
      }
    }
    return bytes;
  }

  /**
   * Asks for what may be asked for again; false if it should be, in smaller parts.
   *
   * @throws WireException if that has been tried already
   */
  private boolean isDone(int type, byte[] payload) throws IOException {
    int before = link.payloadBytes();
    try {
      reply = link.request(type, payload);
      return true;
    } catch (WireException e) {
      if (link.payloadBytes() == before) {
        throw e;
      }
      return false;
    }
  }

  /** Steps that one run should have at most: fewer where the line is bad. */
  public int maxSteps() {
    return Math.clamp(link.payloadBytes() / Request.STEP_BYTES, 1, Request.MAX_STEPS);
  }

  public byte[] read(Region region) throws IOException {
    return read(region, 0, region.bytes());
  }

  /**
   * Writes, reads back and compares.
   *
   * @throws WireException if the memory doesn't keep what was written
   */
  public void program(Region region, byte[] bytes) throws IOException {
    program(region, 0, bytes);
  }

  /** The same for a part of it. */
  public void program(Region region, int at, byte[] bytes) throws IOException {
    write(region, at, bytes);
    int difference = Arrays.mismatch(bytes, read(region, at, bytes.length));
    if (difference >= 0) {
      throw new WireException(
          "%s doesn't keep what is written to %s: byte %d differs when it's read back"
              .formatted(line.name(), region, at + difference));
    }
  }

  /** Forgets the core's state; memories stay. */
  public void reset() throws IOException {
    link.request(Request.RESET, new byte[0]);
  }

  /**
   * Runs steps.
   *
   * @param events input columns with an event, a set for each step, at most {@link #maxSteps}
   * @param forced neurons that must spike, likewise
   * @param counter steps that the core must have counted afterwards, modulo 2^32
   * @return the spikes of each step
   */
  public Bits[] run(Bits[] events, Bits[] forced, int counter) throws IOException {
    int steps = events.length;
    byte[] payload = new byte[steps * Request.STEP_BYTES];
    for (int i = 0; i < steps; i++) {
      events[i].write(payload, i * Request.STEP_BYTES);
      forced[i].write(payload, i * Request.STEP_BYTES + Bits.BYTES);
    }
    reply = link.request(Request.RUN, payload);
    if (reply.length != 4 + steps * Bits.BYTES || Words.get(reply, 0, 4) != counter) {
      throw new WireException(
          "%s has lost count: it was reset or powered down while a network ran on it"
              .formatted(line.name()));
    }
    Bits[] spikes = new Bits[steps];
    for (int i = 0; i < steps; i++) {
      spikes[i] = new Bits();
      spikes[i].read(reply, 4 + i * Bits.BYTES);
    }
    return spikes;
  }

  /**
   * Whether it's still the core that was opened.
   *
   * @throws WireException if it was powered down since
   */
  public void confirm() throws IOException {
    byte[] greeting = link.request(Request.HELLO, nonce);
    checkGreeting(greeting);
  }
}
