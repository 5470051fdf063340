package dev.glia.api.device;

import java.util.Map;

/**
 * How a network is loaded.
 *
 * @param threads how many to use; 0 lets the driver choose. Never changes a result
 * @param pinned driver-specific choices, as a projection's storage; empty for none
 */
public record DeployOptions(int threads, Map<String, String> pinned) {
  public static final DeployOptions DEFAULT = new DeployOptions(0, Map.of());

  public DeployOptions {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must not be negative, given " + threads);
    }
    pinned = Map.copyOf(pinned);
  }
}
