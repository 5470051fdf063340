package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.NetworkTerm.Aspect;

/** Something isn't what the core can do; the message says why. */
public final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Aspect aspect;

  Unfit(String why) {
    this(Aspect.EQUATION, why);
  }

  Unfit(Aspect aspect, String why) {
    super(why);
    this.aspect = aspect;
  }

  /** What kind of term it's about. */
  Aspect aspect() {
    return aspect;
  }
}
