package dev.glia.drivers.neurocorex.virtual;

import dev.glia.drivers.neurocorex.wire.Request;

/** Finds the key of the extension in a stream of bytes. */
final class KeyMatcher {
  private final byte[] key = Request.key();
  private int matched;

  /** Whether this byte completes it. The first byte of the key occurs once in it. */
  boolean accept(byte next) {
    if (next == key[matched]) {
      matched++;
    } else {
      matched = next == key[0] ? 1 : 0;
    }
    if (matched < key.length) {
      return false;
    }
    matched = 0;
    return true;
  }

  void reset() {
    matched = 0;
  }
}
