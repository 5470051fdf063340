package dev.glia.drivers.neurocorex.wire;

import java.util.concurrent.atomic.LongAdder;

/** What went over a line so far. Safe for any thread. */
public final class Traffic {
  /** Bits of a byte on the wire: 8N1. */
  private static final int BITS = 10;

  private static final double BITS_PER_SECOND = 1e6;

  final LongAdder sent = new LongAdder();
  final LongAdder received = new LongAdder();
  final LongAdder errors = new LongAdder();
  final LongAdder retries = new LongAdder();

  public long bytesSent() {
    return sent.sum();
  }

  public long bytesReceived() {
    return received.sum();
  }

  /** Transfers that were damaged, lost or late. */
  public long errors() {
    return errors.sum();
  }

  /** Transfers that were repeated. */
  public long retries() {
    return retries.sum();
  }

  /** Seconds that the bytes take at the board's speed, whatever the line. */
  public double wireSeconds() {
    return (sent.sum() + received.sum()) * BITS / BITS_PER_SECOND;
  }
}
