package dev.glia.drivers.neurocorex.wire;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;

/**
 * Unpacks what a device sends during a plain stream: a start byte, then 90 bits a step without
 * padding. Reading is by length: only the first byte is a mark, a later FF is eight spikes.
 */
public final class SpikeBits {
  private final Bits step = new Bits();
  private boolean started;
  private int filled;

  /** Takes the spikes of a step. */
  public interface Sink {
    /** The set is overwritten afterwards. */
    void step(Bits spikes);
  }

  /** Bytes that a device sends by the end of so many steps of a stream. */
  public static long bytes(long steps) {
    return 1 + steps * Layout.NEURONS / Byte.SIZE;
  }

  /** Steps that a device has made by the time it has sent so many bytes. */
  public static int steps(long bytes) {
    return (int) ((bytes * Byte.SIZE - 1) / Layout.NEURONS);
  }

  /**
   * Takes the next byte.
   *
   * @throws WireException if it's the first and not the start mark
   */
  public void accept(byte next, Sink sink) throws WireException {
    if (!started) {
      if (next != Plain.STREAM_START) {
        throw new WireException(
            "a stream of spikes begins with %02x, not ff: bytes were lost or changed on the line"
                .formatted(next));
      }
      started = true;
      return;
    }
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      if ((next >> bit & 1) != 0) {
        step.add(filled);
      }
      if (++filled == Layout.NEURONS) {
        sink.step(step);
        step.clear();
        filled = 0;
      }
    }
  }

  /** What has come so far of the step that isn't whole yet; overwritten later. */
  public Bits pending() {
    return step;
  }

  /** Whether the first byte has arrived. */
  public boolean hasStarted() {
    return started;
  }
}
