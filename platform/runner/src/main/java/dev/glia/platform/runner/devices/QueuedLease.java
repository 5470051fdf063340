package dev.glia.platform.runner.devices;

import dev.glia.api.component.Fault;
import dev.glia.v1.DeviceClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A claim that came first, kept alive by a heartbeat a second. */
final class QueuedLease implements DeviceLease {
  private static final long HEARTBEAT = 1000; // ms

  private final ClaimsQueue queue;
  private final long token;
  private final long timeout; // ns
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("glia-device-lease").factory());
  private volatile long lastBeat = System.nanoTime();
  private volatile boolean held = true;

  QueuedLease(ClaimsQueue queue, long token, Duration timeout) {
    this.queue = queue;
    this.token = token;
    this.timeout = timeout.toNanos();
    heart.scheduleAtFixedRate(this::beat, HEARTBEAT, HEARTBEAT, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      long now = System.nanoTime();
      update(claim -> claim.toBuilder().setHeard(System.currentTimeMillis()).build());
      lastBeat = now;
    } catch (Fault diskTrouble) {
      // The next beat may get through; if none does, isHeld() ends by itself.
    }
  }

  private void update(UnaryOperator<DeviceClaim> change) {
    List<DeviceClaim> now =
        queue.change(
            before ->
                before.isEmpty() || before.getFirst().getToken() != token
                    ? before
                    : replaceFirst(before, change.apply(before.getFirst())));
    if (now.isEmpty() || now.getFirst().getToken() != token) {
      held = false;
      heart.shutdown();
    }
  }

  private static List<DeviceClaim> replaceFirst(List<DeviceClaim> claims, DeviceClaim first) {
    List<DeviceClaim> changed = new ArrayList<>(claims);
    changed.set(0, first);
    return changed;
  }

  @Override
  public boolean isHeld() {
    return held && System.nanoTime() - lastBeat < timeout;
  }

  @Override
  public void name(String purpose) {
    update(claim -> claim.toBuilder().setPurpose(purpose).build());
  }

  @Override
  public void close() {
    heart.shutdownNow();
    if (held) {
      held = false;
      QueuedLeases.leave(queue, token);
    }
  }
}
