package dev.glia.platform.runner.running;

import dev.glia.v1.LostPolicy;

/**
 * How long a run that loses its devices goes on hoping: what didn't bring it any further isn't done
 * for ever. One thread.
 */
final class Patience {
  private long place = -1;
  private long since;
  private boolean insteadTried;

  /**
   * What is left of a policy.
   *
   * @param tick at which the run would go on
   */
  LostPolicy left(LostPolicy policy, long tick) {
    long now = System.nanoTime();
    if (tick != place) {
      place = tick;
      since = now;
      insteadTried = false;
    }
    double left = Math.max(0, policy.getWait() - (now - since) * 1e-9);
    LostPolicy.Builder rest = policy.toBuilder().setWait(left);
    if (insteadTried) {
      rest.clearInstead();
    }
    insteadTried |= left == 0;
    return rest.build();
  }
}
