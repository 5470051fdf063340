package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.virtual.Bitstream;
import dev.glia.drivers.neurocorex.virtual.DevicePort;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Random;

/**
 * A line without a terminal: the device's end is in the same thread, and bytes are damaged,
 * dropped, repeated and delayed on their way, in both directions.
 */
public final class FaultyLine implements Line {
  /** What happens to bytes. */
  public enum Fault {
    CORRUPT,
    DROP,
    DUPLICATE,
    DELAY,
    BURST
  }

  public final DevicePort port;
  public int injected;

  private final Random random;
  private final ArrayDeque<Byte> toHost = new ArrayDeque<>();
  private final ArrayDeque<Byte> delayed = new ArrayDeque<>();
  private Fault fault = Fault.CORRUPT;
  private double rate;
  private long damagedByte = -1;
  private long sent;

  FaultyLine(long seed) {
    this(seed, Bitstream.CHECKED);
  }

  /** A line to a board. */
  public FaultyLine(long seed, Bitstream bitstream) {
    random = new Random(seed);
    port = new DevicePort(this::fromDevice, bitstream);
  }

  /** From now on, each byte suffers this with a probability. */
  public void inject(Fault kind, double probability) {
    fault = kind;
    rate = probability;
  }

  @Override
  public String name() {
    return "faulty line";
  }

  /** One byte to the device, counted from the first, is changed. */
  public void damageByte(long index) {
    damagedByte = index;
  }

  /** Bytes that the host has sent. */
  public long sent() {
    return sent;
  }

  @Override
  public void write(byte[] bytes) {
    byte[] arrived = through(bytes);
    if (damagedByte >= sent && damagedByte < sent + arrived.length) {
      arrived = arrived.clone();
      arrived[(int) (damagedByte - sent)] ^= (byte) (1 + random.nextInt(255));
    }
    sent += bytes.length;
    port.accept(arrived, arrived.length);
  }

  private void fromDevice(byte[] bytes) {
    byte[] arrived = through(bytes);
    // What was late comes before what is new, but after it was waited for.
    while (!delayed.isEmpty()) {
      toHost.add(delayed.poll());
    }
    boolean late = rate > 0 && fault == Fault.DELAY && random.nextDouble() < rate * bytes.length;
    injected += late ? 1 : 0;
    for (byte each : arrived) {
      (late ? delayed : toHost).add(each);
    }
  }

  /** The device sends what nobody asked for. */
  public void sendUnasked(byte... bytes) {
    fromDevice(bytes);
  }

  private byte[] through(byte[] bytes) {
    if (rate == 0 || fault == Fault.DELAY) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (random.nextDouble() >= rate) {
        out.write(bytes[i]);
        continue;
      }
      injected++;
      switch (fault) {
        case CORRUPT -> out.write(bytes[i] ^ 1 << random.nextInt(8));
        case DUPLICATE -> {
          out.write(bytes[i]);
          out.write(bytes[i]);
        }
        case BURST -> {
          for (int end = Math.min(bytes.length, i + 1 + random.nextInt(40)); i < end; i++) {
            out.write(random.nextInt());
          }
          i--;
        }
        default -> {} // dropped
      }
    }
    return out.toByteArray();
  }

  /** Time passes on the board: it makes steps if it doesn't wait for its host. */
  public void pass(int steps) {
    for (int i = 0; i < steps; i++) {
      port.tick();
    }
  }

  /** Nobody waits but in the board's time: what isn't here after it doesn't come any more. */
  @Override
  public int read(byte[] buffer, int timeoutMillis) {
    for (int i = 0; toHost.isEmpty() && i < timeoutMillis; i++) {
      pass(1);
    }
    int count = 0;
    while (count < buffer.length && !toHost.isEmpty()) {
      buffer[count++] = toHost.poll();
    }
    return count;
  }

  @Override
  public void close() {}
}
