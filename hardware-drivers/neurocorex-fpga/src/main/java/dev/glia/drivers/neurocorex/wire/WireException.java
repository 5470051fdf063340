package dev.glia.drivers.neurocorex.wire;

import java.io.IOException;

/** A transfer failed for good: the message says what was tried, and what came back. */
public class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  public WireException(String message) {
    super(message);
  }

  public WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
