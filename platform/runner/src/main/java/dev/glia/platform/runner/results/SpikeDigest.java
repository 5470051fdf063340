package dev.glia.platform.runner.results;

import dev.glia.api.component.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * A checksum over the spikes of one population that can be interrupted and taken up again.
 *
 * <p>Spikes in the order of ticks, then neurons, are written as little-endian int64 and int32. Each
 * {@value #CHUNK} of them make a link {@code h = SHA-256(h, spikes)}, beginning with 32 zero bytes;
 * what is left makes the last link. The result doesn't depend on how a run was cut into blocks.
 */
final class SpikeDigest {
  private static final int SPIKE = Long.BYTES + Integer.BYTES;
  static final int CHUNK = 4096;

  private final ByteBuffer pending =
      ByteBuffer.allocate(CHUNK * SPIKE).order(ByteOrder.LITTLE_ENDIAN);
  private final MessageDigest sha256 = Sha256.digest();
  private byte[] link = new byte[32];
  private long count;

  void add(long tick, int neuron) {
    pending.putLong(tick).putInt(neuron);
    count++;
    if (!pending.hasRemaining()) {
      link = next();
      pending.clear();
    }
  }

  long count() {
    return count;
  }

  /** The checksum of everything that was added so far. */
  byte[] value() {
    return next();
  }

  private byte[] next() {
    sha256.update(link);
    sha256.update(pending.array(), 0, pending.position());
    return sha256.digest();
  }

  byte[] save() {
    ByteBuffer state = ByteBuffer.allocate(Long.BYTES + 32 + pending.position());
    state.putLong(count).put(link).put(pending.array(), 0, pending.position());
    return state.array();
  }

  void restore(byte[] state) {
    int left = state.length - Long.BYTES - 32;
    if (left < 0 || left % SPIKE != 0 || left >= CHUNK * SPIKE) {
      throw Fault.input("the checkpoint's spike checksum is damaged");
    }
    ByteBuffer from = ByteBuffer.wrap(state);
    count = from.getLong();
    from.get(link);
    pending.clear();
    pending.put(state, state.length - left, left);
  }
}
