package dev.glia.api.device;

import dev.glia.api.network.Network;
import java.util.List;
import java.util.Objects;

/**
 * A part of a network that a device can take or not: an equation, a threshold, a law of weights.
 *
 * @param where {@code population cells} or {@code projection noise->cells}
 * @param aspect what kind of part it is
 * @param text the part itself, as it would be written: {@code dv/dt = -v/tau : mV}; empty for what
 *     is said of a population or projection as a whole
 */
public record NetworkTerm(String where, Aspect aspect, String text) {
  /** Kinds of parts, in the order in which they're listed. */
  public enum Aspect {
    SIZE,
    EQUATION,
    START,
    EVERY_TICK,
    SPIKE,
    RESET,
    REFRACTORY,
    PARAMETER,
    RECEPTOR,
    DRIVE,
    PROBE,
    CONNECTIVITY,
    WEIGHT,
    DELAY,
    LEARNING,
    MODULATOR;

    /** For tables: {@code every tick}. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  public NetworkTerm {
    Objects.requireNonNull(where);
    Objects.requireNonNull(aspect);
    Objects.requireNonNull(text);
  }

  /**
   * All parts of a network: populations with their probes, then projections, each in the order of
   * the network; no two are equal. Draws no synapses.
   */
  public static List<NetworkTerm> of(Network network) {
    return new NetworkTerms(network).list();
  }
}
