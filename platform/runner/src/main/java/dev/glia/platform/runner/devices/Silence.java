package dev.glia.platform.runner.devices;

import dev.glia.v1.DeviceClaim;
import java.util.HashMap;
import java.util.Map;

/**
 * Which claimants have fallen silent, as seen by one who waits. A clock that is set forward makes
 * everybody look silent; so a claim that looks void is watched for some more heartbeats first. One
 * thread.
 */
final class Silence {
  private static final long WATCH = 3_000_000_000L; // ns, several heartbeats

  private record Seen(long heard, long at) {}

  private final Map<Long, Seen> seen = new HashMap<>();

  boolean isVoid(DeviceClaim claim) {
    if (Claimant.isGone(claim)) {
      return true;
    }
    long now = System.nanoTime();
    Seen last = seen.get(claim.getToken());
    if (last == null || last.heard() != claim.getHeard()) {
      seen.put(claim.getToken(), new Seen(claim.getHeard(), now));
      return false;
    }
    boolean overdue = System.currentTimeMillis() - claim.getHeard() > claim.getTimeout();
    return overdue && now - last.at() > Math.min(WATCH, claim.getTimeout() * 1_000_000);
  }
}
